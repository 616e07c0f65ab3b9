import { ApolloClient, ApolloLink, Observable, type OperationVariables, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { act, render } from '@testing-library/react';
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { Observer } from 'rxjs';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import type { ImpedimentChangesSubscription, OwnersToChooseQuery } from '../../../generated/graphql';
import { createCache } from '../../../platform/apollo/cache';
import { outbox } from '../../../platform/apollo/client';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { instance, viewer } from '../../../platform/testing/answers';
import { SESSION } from '../../../platform/session/session.operations';
import { SessionProvider, useSession, type Viewer } from '../../../platform/session/session-provider';
import { DECISIONS } from '../../decisions/public';
import { VISIT_BOARD } from '../board-visit/board-visit.operations';
import { IMPEDIMENT_LEVELS, IMPEDIMENT_TEAMS } from '../impediments.operations';
import { IMPEDIMENT_CHANGES, IMPEDIMENT_CURSOR } from '../live-board/live-board.operations';
import { OWNERS_TO_CHOOSE } from '../owners.operations';
import { RaiseImpediment } from '../raise-impediment/raise-impediment';
import { impedimentsRoutes } from '../routes';
import { SAVED_VIEWS } from '../saved-views/saved-views.operations';
import { EARLIER_OF_SAME_KIND, SIMILAR_IMPEDIMENTS } from '../similar-impediments.operations';
import { IMPEDIMENT_SOURCES } from '../sources.operations';
import { levels, ROWAN, teams } from './impediment-facts';

export type Refused = { code: string; details?: Record<string, unknown> };
type Said<TData> = Omit<TData, '__typename'> | Refused;
type Handler = { name: string; answer: (variables: Record<string, unknown>) => unknown };

function nameOf(document: DocumentNode): string {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return operation?.name?.value ?? '';
}

/** What the server says to an operation, each time anew; data and variables are checked against the schema. */
export function on<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  answer: (variables: NoInfer<TVariables>) => Said<NoInfer<TData>> | Promise<Said<NoInfer<TData>>>,
): Handler {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the operation of this name has these variables
  return { name: nameOf(document), answer: (variables) => answer(variables as TVariables) };
}

const isRefused = (said: unknown): said is Refused => typeof said === 'object' && said !== null && 'code' in said;

const USUAL: Handler[] = [
  on(IMPEDIMENT_CURSOR, () => ({ impedimentBoard: { __typename: 'ImpedimentBoard' as const, cursor: '1:1' } })),
  on(IMPEDIMENT_LEVELS, () => levels),
  on(IMPEDIMENT_TEAMS, () => teams),
  on(SAVED_VIEWS, () => ({ savedViews: [] })),
  on(VISIT_BOARD, () => ({
    visitBoard: { __typename: 'BoardVisit' as const, since: null, news: [], truncated: false },
  })),
  on(IMPEDIMENT_SOURCES, () => ({ sources: [] })),
  on(SIMILAR_IMPEDIMENTS, () => ({ similarImpediments: [] })),
  on(EARLIER_OF_SAME_KIND, () => ({
    earlierOfSameKind: {
      __typename: 'EarlierOfSameKind' as const,
      times: 0,
      blockedTeamDays: 0,
      recurring: false,
      latest: [],
    },
  })),
  on(DECISIONS, () => ({
    decisions: {
      __typename: 'DecisionHitConnection' as const,
      edges: [],
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
      totalCount: 0,
    },
  })),
  on(OWNERS_TO_CHOOSE, (): Omit<OwnersToChooseQuery, '__typename'> => ({
    people: {
      __typename: 'PersonConnection',
      edges: [{ __typename: 'PersonEdge', node: { ...ROWAN, assignments: [] } }],
    },
  })),
];

type Change = ImpedimentChangesSubscription['impedimentChanges'];

async function deliver(
  handler: Handler,
  variables: Record<string, unknown>,
  observer: Observer<ApolloLink.Result>,
): Promise<void> {
  let said: unknown;
  try {
    said = await handler.answer(variables);
  } catch (error) {
    return observer.error(error); // There is no connection.
  }
  if (isRefused(said)) {
    const { code, details = {} } = said;
    observer.next({ errors: [{ message: code, extensions: { code, details } }] });
  } else observer.next({ data: { ...(typeof said === 'object' ? said : {}) } });
  observer.complete();
}

/** A reply that is on its way until it is let go. */
export function onItsWay(): { arrived: Promise<void>; arrive: () => void } {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { arrived, arrive };
}

/** The feature's screens with raising above them, as the shell shows them; `handlers` is the server. */
export function renderImpediments(at: string, handlers: Handler[], who: Partial<Viewer> = {}) {
  const asked: { name: string; variables: Record<string, unknown> }[] = [];
  let tell: ((change: Change) => void) | undefined;
  const all = [...handlers, ...USUAL, on(SESSION, () => ({ instance: instance(), viewer: viewer(who) }))];

  const link = new ApolloLink(
    ({ operationName = '', operationType, variables }) =>
      new Observable((observer) => {
        if (operationType === OperationTypeNode.SUBSCRIPTION) {
          if (operationName !== nameOf(IMPEDIMENT_CHANGES)) return;
          tell = (impedimentChanges) => observer.next({ data: { impedimentChanges } });
          return;
        }
        asked.push({ name: operationName, variables });
        const handler = all.find(({ name }) => name === operationName);
        if (!handler) throw new Error(`Nobody answers ${operationName}.`);
        void deliver(handler, variables, observer);
      }),
  );
  const client = new ApolloClient({ cache: createCache(), link: ApolloLink.from([outbox, link]) });
  const shell = (
    <SessionProvider>
      <Shell />
    </SessionProvider>
  );
  const router = createMemoryRouter([{ element: shell, children: impedimentsRoutes, hydrateFallbackElement: <p /> }], {
    initialEntries: [at],
  });
  const view = render(
    <ApolloProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <LiveRegion />
        <Toaster />
      </TooltipProvider>
    </ApolloProvider>,
  );
  return {
    ...view,
    address: () => router.state.location.pathname + router.state.location.search,
    /** The variables of each time that this was asked. */
    asked: (document: DocumentNode) =>
      asked.filter(({ name }) => name === nameOf(document)).map(({ variables }) => variables),
    /** A live change of somebody else. */
    receive: (change: Partial<Change>) =>
      act(async () => {
        tell?.({
          __typename: 'ImpedimentChange',
          cursor: '2:1',
          resync: false,
          event: 'impediment.edited',
          changedFields: [],
          id: change.impediment?.id ?? null,
          version: change.impediment?.version ?? null,
          impediment: null,
          ...change,
        });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }),
  };
}

function Shell() {
  const session = useSession();
  useShortcutKeys(() => {});
  if (session.status !== 'known') return null;
  return (
    <>
      <Outlet />
      <RaiseImpediment />
    </>
  );
}
