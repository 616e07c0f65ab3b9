import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { act, render } from '@testing-library/react';
import { OperationTypeNode } from 'graphql';
import type { Observer } from 'rxjs';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { createCache } from '../../../platform/apollo/cache';
import { SessionProvider } from '../../../platform/session/session-provider';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { instance, viewer } from '../../../platform/testing/answers';
import { signedIn } from '../../../platform/testing/signed-in';
import { chaptersRoutes, projectorRoutes } from '../routes';
import type { ShownSession } from '../triage/triage-items';
import { ROWAN } from './triage-facts';

type Refused = { code: string; details?: Record<string, unknown> };
/** What the server makes of a mutation: the session as it is then. */
export type Server = (
  name: string,
  variables: Record<string, unknown>,
  now: ShownSession,
) => ShownSession | Refused | Promise<ShownSession | Refused>;

const isRefused = (said: ShownSession | Refused): said is Refused => 'code' in said;

/** A session with a small server behind it; `tell` is a change by somebody else, live. */
export function renderTriage(begun: ShownSession, server: Server = (_, __, now) => now, at = '/triage/session-1') {
  let now = begun;
  const sent: { name: string; variables: Record<string, unknown> }[] = [];
  const live: Record<string, (data: Record<string, unknown>) => void> = {};

  const answerTo = async (name: string, variables: Record<string, unknown>) => {
    if (name === 'Session') return { data: { instance: instance(), viewer: viewer() } };
    if (name === 'TriageSession') return { data: { triageSession: now } };
    if (name === 'ImpedimentLevels') return { data: LEVELS };
    if (name === 'OwnersToChoose') return { data: OWNERS };
    if (name === 'ImpedimentWords') {
      const key = String(variables['key']);
      const impediment = {
        __typename: 'Impediment',
        id: key.replace('IMP', 'impediment'),
        key,
        description: '',
        briefs: [],
      };
      return { data: { impediment } };
    }
    sent.push({ name, variables });
    const said = await server(name, variables, now);
    if (isRefused(said)) {
      return { errors: [{ message: said.code, extensions: { code: said.code, details: said.details ?? {} } }] };
    }
    now = said;
    return { data: { session: now } };
  };
  const deliver = async (name: string, variables: Record<string, unknown>, observer: Observer<ApolloLink.Result>) => {
    observer.next(await answerTo(name, variables));
    observer.complete();
  };
  const link = new ApolloLink(
    ({ operationName = '', operationType, variables }) =>
      new Observable<ApolloLink.Result>((observer) => {
        if (operationType === OperationTypeNode.SUBSCRIPTION) {
          live[operationName] = (data) => observer.next({ data });
          return;
        }
        void deliver(operationName, variables, observer);
      }),
  );
  const client = new ApolloClient({ cache: createCache(), link });
  const router = createMemoryRouter(
    [
      {
        element: (
          <SessionProvider>
            <Outlet />
          </SessionProvider>
        ),
        children: signedIn([{ element: <Shell />, children: [...chaptersRoutes, ...projectorRoutes] }]),
        hydrateFallbackElement: <p />,
      },
    ],
    { initialEntries: [at] },
  );
  render(
    <ApolloProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <LiveRegion />
        <Toaster />
      </TooltipProvider>
    </ApolloProvider>,
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
  return {
    address: () => router.state.location.pathname,
    sent: (name: string) => sent.filter((one) => one.name === name).map(({ variables }) => variables),
    tell: (next: ShownSession, event = 'triage.item-taken-up') =>
      act(async () => {
        now = next;
        live['TriageSessionChanged']?.({
          triageSessionChanged: {
            __typename: 'TriageSessionChange',
            cursor: '2:1',
            resync: false,
            event,
            session: next,
          },
        });
        await settle();
      }),
    /** Who else is there from now on. */
    present: (...people: { id: string; name: string }[]) =>
      act(async () => {
        live['Presence']?.({
          presence: {
            __typename: 'PresenceChange',
            people: people.map((person) => ({
              __typename: 'Present',
              since: new Date().toISOString(),
              person: { __typename: 'Person', ...person },
            })),
          },
        });
        await settle();
      }),
  };
}

function Shell() {
  useShortcutKeys(() => {});
  return <Outlet />;
}

const LEVELS = {
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    impedimentLevels: [
      { __typename: 'ImpedimentLevel', level: 1, name: 'Team', clockWorkingHours: 16, escalatesByItself: true },
      {
        __typename: 'ImpedimentLevel',
        level: 2,
        name: 'Scrum of Scrums',
        clockWorkingHours: 24,
        escalatesByItself: true,
      },
      {
        __typename: 'ImpedimentLevel',
        level: 3,
        name: 'Executive Action Team',
        clockWorkingHours: 40,
        escalatesByItself: false,
      },
    ],
  },
};

const OWNERS = {
  people: {
    __typename: 'PersonConnection',
    edges: [{ __typename: 'PersonEdge', node: { ...ROWAN, assignments: [] } }],
  },
};
