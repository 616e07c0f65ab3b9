import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../platform/page/page-handle';
import { capacityRoutes } from './capacity/capacity-routes';
import { dependencyRoutes } from './dependencies/dependency-routes';
import { orderRoutes } from './order/order-routes';
import { scenarioRoutes } from './scenarios/scenario-routes';

/** What comes first, and what it is for. */
export const prioritiesRoutes: RouteObject[] = [
  {
    path: 'backlog/:key/page',
    lazy: async () => ({ Component: (await import('./item-page/item-page')).ItemPage }),
  },
  {
    path: 'backlog',
    handle: { page: 'backlog' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./backlog/backlog-page')).BacklogPage }),
    children: [{ path: ':key', lazy: async () => ({ Component: (await import('./item-page/item-panel')).ItemPanel }) }],
  },
  { path: 'goals', lazy: async () => ({ Component: (await import('./goals/goals-page')).GoalsPage }) },
  ...orderRoutes,
  ...capacityRoutes,
  ...dependencyRoutes,
  ...scenarioRoutes,
];
