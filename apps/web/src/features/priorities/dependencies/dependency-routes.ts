import type { RouteObject } from 'react-router';

/** What teams need of one another. */
export const dependencyRoutes: RouteObject[] = [
  {
    path: 'dependencies',
    lazy: async () => ({ Component: (await import('./dependencies-page')).DependenciesPage }),
  },
  {
    path: 'dependencies/map',
    lazy: async () => ({ Component: (await import('./map-page')).DependencyMapPage }),
  },
  {
    path: 'dependencies/:key',
    lazy: async () => ({ Component: (await import('./dependency-page')).DependencyPage }),
  },
];
