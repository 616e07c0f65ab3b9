import { Navigate, type RouteObject } from 'react-router';

/** Areas and teams with who answers for what; people. */
export const organizationRoutes: RouteObject[] = [
  {
    path: 'organization',
    lazy: async () => ({ Component: (await import('./overview/organization-page')).OrganizationPage }),
  },
  { path: 'organization/settings', element: <Navigate to="/organization/settings/ladder" replace /> },
  {
    path: 'organization/settings/ladder',
    lazy: async () => ({ Component: (await import('./ladder/ladder-page')).LadderPage }),
  },
  {
    path: 'organization/settings/calendar',
    lazy: async () => ({ Component: (await import('./calendar/calendar-page')).CalendarPage }),
  },
  { path: 'teams/:id', lazy: async () => ({ Component: (await import('./team/team-page')).TeamPage }) },
  { path: 'people', lazy: async () => ({ Component: (await import('./people/people-page')).PeoplePage }) },
  { path: 'people/:id', lazy: async () => ({ Component: (await import('./people/person-page')).PersonPage }) },
];
