import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../../platform/page/page-handle';

/** What comes first. */
export const orderRoutes: RouteObject[] = [
  {
    path: 'order',
    handle: { page: 'order' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./order-page')).OrderPage }),
    children: [
      { path: ':key', lazy: async () => ({ Component: (await import('../item-page/item-panel')).ItemPanel }) },
    ],
  },
  {
    path: 'order/disagreements',
    lazy: async () => ({ Component: (await import('./disagreements-page')).DisagreementsPage }),
  },
];
