import type { RouteObject } from 'react-router';

/** Who decides about what. */
export const delegationRoutes: RouteObject[] = [
  {
    path: 'decisions/delegation',
    lazy: async () => ({ Component: (await import('./delegation/delegation-page')).DelegationPage }),
  },
];
