import type { RouteObject } from 'react-router';
import { artifactRoutes } from './artifacts/artifact-routes';
import { runRoutes } from './checklists/run-routes';

/** Communities, what they talk about and try, and what they publish. */
export const communitiesRoutes: RouteObject[] = [
  {
    path: 'communities',
    lazy: async () => ({ Component: (await import('./directory/communities-page')).CommunitiesPage }),
  },
  {
    path: 'communities/:id',
    lazy: async () => ({ Component: (await import('./community/community-page')).CommunityPage }),
  },
  {
    path: 'communities/:id/discussions',
    lazy: async () => ({ Component: (await import('./discussions/discussions-page')).DiscussionsPage }),
  },
  {
    path: 'communities/:id/ideas',
    lazy: async () => ({ Component: (await import('./ideas/ideas-page')).IdeasPage }),
  },
  {
    path: 'discussions/:id',
    lazy: async () => ({ Component: (await import('./discussions/discussion-page')).DiscussionPage }),
  },
  { path: 'ideas/:id', lazy: async () => ({ Component: (await import('./ideas/idea-page')).IdeaPage }) },
  {
    path: 'artifacts',
    lazy: async () => ({ Component: (await import('./library/artifacts-page')).ArtifactsPage }),
  },
  ...artifactRoutes,
  ...runRoutes,
];
