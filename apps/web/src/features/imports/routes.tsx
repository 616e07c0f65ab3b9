import type { RouteObject } from 'react-router';

/** Files that become teams, people and impediments, with a preview first. */
export const importsRoutes: RouteObject[] = [
  { path: 'imports', lazy: async () => ({ Component: (await import('./list/imports-page')).ImportsPage }) },
  { path: 'imports/:id', lazy: async () => ({ Component: (await import('./detail/import-page')).ImportPage }) },
];
