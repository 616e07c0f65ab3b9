/** States of backlog items, as people say them. */
const WORDS: Record<string, string> = {
  DRAFT: 'Draft',
  READY: 'Ready',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
  DROPPED: 'Dropped',
};

/** @param state of a backlog item, as the api names it */
export function itemStateWords(state: string): string {
  return WORDS[state] ?? state;
}
