import type { RouteObject } from 'react-router';

/** Scrum Master chapters, what they triage and promise, and the mirror of whoever leads meetings. */
export const chaptersRoutes: RouteObject[] = [
  { path: 'chapters', lazy: async () => ({ Component: (await import('./directory/chapters-page')).ChaptersPage }) },
  { path: 'chapters/:id', lazy: async () => ({ Component: (await import('./home/chapter-page')).ChapterPage }) },
  { path: 'triage/:id', lazy: async () => ({ Component: (await import('./triage/triage-page')).TriagePage }) },
  { path: 'actions', lazy: async () => ({ Component: (await import('./actions/actions-page')).ActionsPage }) },
  { path: 'mirror', lazy: async () => ({ Component: (await import('./mirror/mirror-page')).MirrorPage }) },
];

/** For a wall: without the shell around it. */
export const projectorRoutes: RouteObject[] = [
  {
    path: 'triage/:id/projector',
    lazy: async () => ({ Component: (await import('./projector/projector-page')).ProjectorPage }),
  },
];
