import type { RouteObject } from 'react-router';

/** What teams planned and got done. */
export const sprintsRoutes: RouteObject[] = [
  { path: 'teams/:id/sprints', lazy: async () => ({ Component: (await import('./list/sprints-page')).SprintsPage }) },
];
