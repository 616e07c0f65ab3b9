import type { RouteObject } from 'react-router';

/** What was decided and why. */
export const decisionsRoutes: RouteObject[] = [
  { path: 'decisions', lazy: async () => ({ Component: (await import('./log/log-page')).LogPage }) },
  { path: 'decisions/new', lazy: async () => ({ Component: (await import('./propose/propose-page')).ProposePage }) },
  { path: 'decisions/:key/edit', lazy: async () => ({ Component: (await import('./propose/edit-page')).EditPage }) },
  { path: 'decisions/:key', lazy: async () => ({ Component: (await import('./page/decision-page')).DecisionPage }) },
];
