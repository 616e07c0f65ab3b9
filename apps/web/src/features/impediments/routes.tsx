import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../platform/page/page-handle';

const notYet = async () => ({ Component: (await import('./impediments-placeholder')).ImpedimentsPlaceholder });

/** The board; an impediment's own address opens its panel over the board. */
export const impedimentsRoutes: RouteObject[] = [
  { path: 'impediments/history', lazy: notYet },
  {
    path: 'impediments',
    handle: { page: 'board' } satisfies PageHandle,
    lazy: notYet,
    children: [{ path: ':key', element: null }],
  },
];
