import type { RouteObject } from 'react-router';

const notYet = async () => ({ Component: (await import('./organization-placeholder')).OrganizationPlaceholder });

/** Areas and teams with who answers for what; people. */
export const organizationRoutes: RouteObject[] = [
  { path: 'organization', lazy: notYet },
  { path: 'teams/:id', lazy: notYet },
  { path: 'people', lazy: notYet },
  { path: 'people/:id', lazy: notYet },
];
