import type { RouteObject } from 'react-router';

/** What comes first. */
export const orderRoutes: RouteObject[] = [
  { path: 'order', lazy: async () => ({ Component: (await import('./order-page')).OrderPage }) },
  {
    path: 'order/disagreements',
    lazy: async () => ({ Component: (await import('./disagreements-page')).DisagreementsPage }),
  },
];
