import type { RouteObject } from 'react-router';

const notYet = async () => ({ Component: (await import('./imports-placeholder')).ImportsPlaceholder });

/** Files that become teams, people and impediments, with a preview first. */
export const importsRoutes: RouteObject[] = [
  { path: 'imports', lazy: notYet },
  { path: 'imports/:id', lazy: notYet },
];
