import type { RouteObject } from 'react-router';

/** Who decides about what. */
export const delegationRoutes: RouteObject[] = [
  {
    path: 'decisions/delegation',
    lazy: async () => ({ Component: (await import('./delegation/delegation-page')).DelegationPage }),
  },
  {
    path: 'decisions/delegation/numbers',
    lazy: async () => ({
      Component: (await import('./delegation-numbers/delegation-numbers-page')).DelegationNumbersPage,
    }),
  },
];
