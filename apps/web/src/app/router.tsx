import { Suspense } from 'react';
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { cadencesRoutes } from '../features/cadences/routes';
import { chaptersRoutes, projectorRoutes } from '../features/chapters/routes';
import { communitiesRoutes } from '../features/communities/routes';
import { delegationRoutes } from '../features/decisions/delegation-routes';
import { ProposeDecision } from '../features/decisions/public';
import { decisionsRoutes } from '../features/decisions/routes';
import { RaiseImpediment, RaiseImpedimentButton } from '../features/impediments/public';
import { impedimentsRoutes } from '../features/impediments/routes';
import { importsRoutes } from '../features/imports/routes';
import { notificationsRoutes } from '../features/notifications/routes';
import { organizationRoutes } from '../features/organization/routes';
import { CreateItem } from '../features/priorities/public';
import { prioritiesRoutes } from '../features/priorities/routes';
import { SessionEndedDialog } from '../features/session/public';
import { entranceRoutes, profileRoutes } from '../features/session/routes';
import { sprintsRoutes } from '../features/sprints/routes';
import { useSessionEnded } from '../platform/session/session-ended';
import { AppShell } from './app-shell';
import { Gate } from './gate';
import { BrokenPage, NotFoundPage } from './problem-page';
import { Root } from './root';

/** The shell with what features offer from everywhere. */
function Inside() {
  const ended = useSessionEnded();
  return (
    <Gate>
      <AppShell
        headerActions={<RaiseImpedimentButton />}
        overlays={
          <>
            <RaiseImpediment />
            <ProposeDecision />
            <CreateItem />
            {ended && <SessionEndedDialog />}
          </>
        }
      />
    </Gate>
  );
}

/** Behind the gate, without the shell. */
function Bare() {
  const ended = useSessionEnded();
  return (
    <Gate>
      <Suspense>
        <Outlet />
        {ended && <SessionEndedDialog />}
      </Suspense>
    </Gate>
  );
}

/** One line per feature. */
const screens: RouteObject[] = [
  { index: true, element: <Navigate to="/impediments" replace /> },
  ...impedimentsRoutes,
  ...decisionsRoutes,
  ...delegationRoutes,
  ...prioritiesRoutes,
  ...cadencesRoutes,
  ...chaptersRoutes,
  ...communitiesRoutes,
  ...notificationsRoutes,
  ...organizationRoutes,
  ...sprintsRoutes,
  ...importsRoutes,
  ...profileRoutes,
  { path: '*', element: <NotFoundPage /> },
];

export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: (
      <main>
        <BrokenPage />
      </main>
    ),
    // Nothing to show while the first screen's code arrives: it is there in a moment.
    hydrateFallbackElement: <div />,
    children: [
      ...entranceRoutes,
      // For a wall: the shell would only take room.
      { element: <Bare />, children: [{ errorElement: <BrokenPage />, children: projectorRoutes }] },
      // A screen that breaks leaves the shell standing.
      { element: <Inside />, children: [{ errorElement: <BrokenPage />, children: screens }] },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
