import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../platform/page/page-handle';

/** The board; an impediment's own address opens its panel over the board. */
export const impedimentsRoutes: RouteObject[] = [
  {
    path: 'impediments/history',
    lazy: async () => ({ Component: (await import('./impediment-history/history-page')).HistoryPage }),
  },
  {
    path: 'impediments/blocked',
    lazy: async () => ({ Component: (await import('./blocked-work/blocked-page')).BlockedPage }),
  },
  {
    path: 'sources',
    lazy: async () => ({ Component: (await import('./sources/sources-page')).SourcesPage }),
  },
  {
    path: 'sources/:id',
    lazy: async () => ({ Component: (await import('./sources/source-page')).SourcePage }),
  },
  {
    path: 'impediments/numbers',
    lazy: async () => ({ Component: (await import('./numbers/numbers-page')).NumbersPage }),
  },
  {
    path: 'impediments/numbers/list',
    lazy: async () => ({ Component: (await import('./numbers/counted-page')).CountedPage }),
  },
  {
    path: 'asked-of-me',
    lazy: async () => ({ Component: (await import('./briefs/asked-page')).AskedPage }),
  },
  {
    path: 'briefs/:id',
    lazy: async () => ({ Component: (await import('./briefs/brief-page')).BriefPage }),
  },
  {
    path: 'impediments/:key/brief',
    lazy: async () => ({ Component: (await import('./briefs/write-brief-page')).WriteBriefPage }),
  },
  {
    path: 'impediments/bottlenecks',
    lazy: async () => ({ Component: (await import('./bottlenecks/bottlenecks-page')).BottlenecksPage }),
  },
  {
    path: 'impediments/bottlenecks/list',
    lazy: async () => ({ Component: (await import('./bottlenecks/bottleneck-list-page')).BottleneckListPage }),
  },
  {
    path: 'impediments/:key/page',
    lazy: async () => ({ Component: (await import('./impediment-detail/impediment-page')).ImpedimentPage }),
  },
  {
    path: 'impediments/list',
    handle: { page: 'list' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./impediment-list/list-page')).ListPage }),
    children: [
      {
        path: ':key',
        lazy: async () => ({ Component: (await import('./impediment-detail/impediment-panel')).ImpedimentPanel }),
      },
    ],
  },
  {
    path: 'impediments',
    handle: { page: 'board' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./impediment-board/board-page')).BoardPage }),
    children: [
      {
        path: ':key',
        lazy: async () => ({ Component: (await import('./impediment-detail/impediment-panel')).ImpedimentPanel }),
      },
    ],
  },
];
