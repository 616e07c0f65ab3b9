import type { RouteObject } from 'react-router';
import type { PageHandle } from '../../platform/page/page-handle';

/** Meetings that come again, their dates, and who takes turns. */
export const cadencesRoutes: RouteObject[] = [
  {
    path: 'calendar/:id/page',
    lazy: async () => ({ Component: (await import('./occurrence/occurrence-page')).OccurrencePage }),
  },
  {
    path: 'calendar',
    handle: { page: 'calendar' } satisfies PageHandle,
    lazy: async () => ({ Component: (await import('./calendar/calendar-page')).CalendarPage }),
    children: [
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('./occurrence/occurrence-panel')).OccurrencePanel }),
      },
    ],
  },
  { path: 'cadences', lazy: async () => ({ Component: (await import('./series/cadences-page')).CadencesPage }) },
  { path: 'cadences/new', lazy: async () => ({ Component: (await import('./form/new-cadence-page')).NewCadencePage }) },
  {
    path: 'cadences/:id/edit',
    lazy: async () => ({ Component: (await import('./form/edit-cadence-page')).EditCadencePage }),
  },
  { path: 'cadences/:id', lazy: async () => ({ Component: (await import('./series/cadence-page')).CadencePage }) },
  { path: 'rotas', lazy: async () => ({ Component: (await import('./rotas/rotas-page')).RotasPage }) },
  { path: 'rotas/:id', lazy: async () => ({ Component: (await import('./rotas/rota-page')).RotaPage }) },
];
