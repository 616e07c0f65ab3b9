import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createCache } from '../apollo/cache';
import { SESSION } from '../session/session.operations';
import { markSessionRenewed } from '../session/session-ended';
import { markReachable } from './connection';
import { waitingEdits } from './outbox';
import { OutboxLink } from './outbox-link';

const START = gql`
  mutation StartImpediment($id: ID!, $version: Int!, $idempotencyKey: String) {
    impediment: startImpediment(id: $id, version: $version, idempotencyKey: $idempotencyKey) {
      id
      version
    }
  }
`;

type Reply = Error | ApolloLink.Result;
let replies: Reply[] = [];
let sent: Record<string, unknown>[] = [];

function open() {
  const end = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        sent.push(variables);
        const reply = replies.shift() ?? new TypeError('Failed to fetch');
        if (reply instanceof Error) return observer.error(reply);
        observer.next(reply);
        observer.complete();
      }),
  );
  const outbox = new OutboxLink();
  const client = new ApolloClient({ cache: createCache(), link: outbox.concat(end) });
  client.writeQuery({
    query: SESSION,
    data: {
      __typename: 'Query',
      instance: { __typename: 'Instance', firstRun: false, demoAvailable: false, demoExists: false, version: '1' },
      viewer: {
        __typename: 'Viewer',
        id: 'Viewer_1',
        can: [],
        person: { __typename: 'Person', id: 'Person_1', name: 'Ana', email: null },
        organization: {
          __typename: 'Organization',
          id: 'Organization_1',
          name: 'Harbour',
          slug: 'harbour',
          timeZone: 'Europe/Zurich',
          demo: false,
          viewerCan: [],
        },
        teams: [],
      },
    },
  });
  const start = (idempotencyKey: string | null, version = 3) =>
    client.mutate({ mutation: START, variables: { id: 'Impediment_4', version, idempotencyKey } });
  return { client, outbox, start };
}

const done = (version: number): ApolloLink.Result => ({
  data: { impediment: { __typename: 'Impediment', id: 'Impediment_4', version } },
});
const refused = (code: string): ApolloLink.Result => ({
  data: null,
  errors: [{ message: code, extensions: { code } }],
});
const settled = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers();
  replies = [];
  sent = [];
});
afterEach(() => {
  markReachable();
  jest.useRealTimers();
});

test('an edit made without a connection waits, and its form gets the outcome once it was sent', async () => {
  const { start } = open();
  const outcome = start('k1');
  await settled();
  expect(waitingEdits()).toMatchObject([{ key: 'k1', viewerId: 'Viewer_1', label: 'Start impediment' }]);
  replies = [done(4)];
  markReachable();
  await expect(outcome).resolves.toMatchObject({ data: { impediment: { version: 4 } } });
  expect(waitingEdits()).toEqual([]);
});

test('edits go in the order in which they were made, each on top of the one before', async () => {
  const { start } = open();
  const first = start('k1', 3);
  await settled();
  const second = start('k2', 3);
  await settled();
  expect(sent).toHaveLength(1); // The second does not even try to overtake.
  replies = [done(4), done(5)];
  markReachable();
  await Promise.all([first, second]);
  expect(sent.slice(1).map(({ idempotencyKey, version }) => [idempotencyKey, version])).toEqual([
    ['k1', 3],
    ['k2', 4],
  ]);
});

test('a refusal comes back to whoever made the edit, and the next one still goes', async () => {
  const { start } = open();
  const first = start('k1');
  await settled();
  const second = start('k2');
  const failure = first.catch(String);
  replies = [refused('CONFLICT'), done(9)];
  markReachable();
  expect(await failure).toContain('CONFLICT');
  await expect(second).resolves.toBeTruthy();
  expect(waitingEdits()).toEqual([]);
});

test('a connection that goes again while sending keeps what is left', async () => {
  const { start } = open();
  const first = start('k1');
  await settled();
  void start('k2').catch(() => {});
  replies = [done(4), new TypeError('Failed to fetch')];
  markReachable();
  await first;
  await settled();
  expect(waitingEdits().map(({ key }) => key)).toEqual(['k2']);
  replies = [done(5)];
  markReachable();
  await settled();
  expect(waitingEdits()).toEqual([]);
});

test('a session that has ended meanwhile keeps the edit until its author has signed in again', async () => {
  const { start } = open();
  const outcome = start('k1');
  await settled();
  replies = [refused('UNAUTHENTICATED')];
  markReachable();
  await settled();
  expect(waitingEdits()).toHaveLength(1);
  replies = [done(4)];
  markSessionRenewed();
  await expect(outcome).resolves.toBeTruthy();
});

test('somebody else who signs in here sends nothing of the one before', async () => {
  const { client, outbox, start } = open();
  const outcome = start('k1');
  await settled();
  const before = client.readQuery({ query: SESSION });
  if (!before?.viewer) throw new Error('Nobody is signed in.');
  client.writeQuery({ query: SESSION, data: { ...before, viewer: { ...before.viewer, id: 'Viewer_2' } } });
  replies = [done(4)];
  markReachable();
  await settled();
  expect(sent).toHaveLength(1);
  const thrown = outcome.catch(String);
  outbox.discard('k1');
  expect(await thrown).toContain('Thrown away');
});

test('what cannot be sent twice without harm does not wait', async () => {
  const { start } = open();
  await expect(start(null)).rejects.toThrow('Failed to fetch');
  expect(waitingEdits()).toEqual([]);
});
