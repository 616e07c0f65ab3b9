/** What happened, and what to do next. */
export type RefusalWords = { title: string; next: string };
