import type { RouteObject } from 'react-router';

/** What was decided and why. */
export const decisionsRoutes: RouteObject[] = [
  { path: 'decisions', lazy: async () => ({ Component: (await import('./log/log-page')).LogPage }) },
  { path: 'decisions/:key', lazy: async () => ({ Component: (await import('./page/decision-page')).DecisionPage }) },
];
