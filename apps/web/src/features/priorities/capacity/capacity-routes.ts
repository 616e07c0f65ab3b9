import type { RouteObject } from 'react-router';

/** What each area and each kind of work is to get. */
export const capacityRoutes: RouteObject[] = [
  { path: 'capacity', lazy: async () => ({ Component: (await import('./capacity-page')).CapacityPage }) },
];
