import { Outlet, type RouteObject } from 'react-router';
import { SESSION } from '../session/session.operations';
import { useSession, type Viewer } from '../session/session-provider';
import { always } from './always';
import { instance } from './answers';

function Inside() {
  return useSession().status === 'known' && <Outlet />;
}

/** Screens that are shown once it is known who is here, as behind the gate of the app. */
export function signedIn(routes: RouteObject[]): RouteObject[] {
  return [{ element: <Inside />, children: routes }];
}

/** Who is here, however often it is asked. */
export const lastingSession = (who: Viewer) => always(SESSION)(() => ({ instance: instance(), viewer: who })).answer;
