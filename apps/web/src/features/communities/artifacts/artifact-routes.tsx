import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../../platform/page/page-handle';

/** Addresses of the parts of an artifact: a page's path is the rest of the address. */
export const artifactRoutes: RouteObject[] = [
  {
    path: 'artifacts/:key',
    handle: { page: 'artifact' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./artifact-page')).ArtifactPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./artifact-start')).ArtifactStart }) },
      { path: 'pages/*', lazy: async () => ({ Component: (await import('../reading/reading-page')).ReadingPage }) },
      { path: 'draft/*', lazy: async () => ({ Component: (await import('../editor/draft-page')).DraftPage }) },
      { path: 'review', lazy: async () => ({ Component: (await import('../reviews/review-page')).ReviewPage }) },
      { path: 'versions', lazy: async () => ({ Component: (await import('../versions/versions-page')).VersionsPage }) },
      { path: 'compare', lazy: async () => ({ Component: (await import('../versions/compare-page')).ComparePage }) },
      {
        path: 'proposals',
        lazy: async () => ({ Component: (await import('../proposals/proposals-page')).ProposalsPage }),
      },
      {
        path: 'proposals/:id',
        lazy: async () => ({ Component: (await import('../proposals/proposal-page')).ProposalPage }),
      },
      {
        path: 'adoption',
        lazy: async () => ({ Component: (await import('../adoption/adoption-page')).AdoptionPage }),
      },
      { path: 'propose/*', lazy: async () => ({ Component: (await import('../proposals/propose-page')).ProposePage }) },
    ],
  },
];
