import type { RouteObject } from 'react-router';

/** Other orders, tried before one of them counts. */
export const scenarioRoutes: RouteObject[] = [
  { path: 'scenarios', lazy: async () => ({ Component: (await import('./scenarios-page')).ScenariosPage }) },
  {
    path: 'scenarios/:id',
    lazy: async () => ({ Component: (await import('./scenario-page')).ScenarioPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./scenario-order')).ScenarioOrder }) },
      { path: 'compare', lazy: async () => ({ Component: (await import('./scenario-compare')).ScenarioCompare }) },
      { path: 'comments', lazy: async () => ({ Component: (await import('./scenario-comments')).ScenarioComments }) },
    ],
  },
];
