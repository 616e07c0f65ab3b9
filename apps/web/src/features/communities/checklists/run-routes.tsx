import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../../platform/page/page-handle';

export const runRoutes: RouteObject[] = [
  {
    path: 'checklist-runs',
    handle: { page: 'checklist runs' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./runs-page')).RunsPage }),
  },
  {
    path: 'checklist-runs/:id',
    handle: { page: 'checklist run' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./run-page')).RunPage }),
  },
];
