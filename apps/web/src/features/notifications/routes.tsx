import type { RouteObject } from 'react-router';

/** What concerns one person: today's work, and the inbox. */
export const notificationsRoutes: RouteObject[] = [
  { path: 'my-work', lazy: async () => ({ Component: (await import('./my-work-page')).MyWorkPage }) },
  { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox-page')).InboxPage }) },
];
