import '../testing/disk-in-memory';
import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { print } from 'graphql';
import { createCache } from '../apollo/cache';
import { parseDraft, readRaw, writeRaw } from '../drafts/draft-store';
import { SESSION } from '../session/session.operations';
import { markSessionRenewed } from '../session/session-ended';
import { markReachable, markUnreachable } from './connection';
import { dropEdit, onRefused, TAB, waitingEdits } from './outbox';
import { keep } from './device-store';
import { OutboxLink, type Waits } from './outbox-link';
import { resumeOutbox, sendAgain } from './resume-outbox';

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
  const start = (idempotencyKey: string | null, version = 3, waits?: Waits) =>
    client.mutate({
      mutation: START,
      variables: { id: 'Impediment_4', version, idempotencyKey },
      context: { waits, optimistic: moved(version) },
    });
  return { client, outbox, start };
}

const moved = (version: number) => ({
  __typename: 'Mutation',
  impediment: { __typename: 'Impediment', id: 'Impediment_4', version },
});

const done = (version: number): ApolloLink.Result => ({
  data: { impediment: { __typename: 'Impediment', id: 'Impediment_4', version } },
});
const refused = (code: string): ApolloLink.Result => ({
  data: null,
  errors: [{ message: code, extensions: { code } }],
});
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await jest.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  jest.useFakeTimers();
  replies = [];
  sent = [];
});
afterEach(async () => {
  markReachable();
  localStorage.clear();
  for (const { key } of waitingEdits()) await dropEdit(key);
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

describe('the words of an edit that waits', () => {
  const DRAFT = 'chapterhouse.draft.o.p.title:IMP-4';
  const words = JSON.stringify({ text: 'Mine', at: 5, from: 'Old' });
  const leave = (claims: boolean): Waits => ({
    drafts: [DRAFT],
    onWait: () => writeRaw(DRAFT, null),
    claims: () => claims,
  });

  test('lie with it, no longer in their form; sent, they are gone from both', async () => {
    writeRaw(DRAFT, words);
    const { start } = open();
    const outcome = start('k1', 3, leave(true));
    await settled();
    expect(readRaw(DRAFT)).toBeNull();
    expect(waitingEdits()[0]?.drafts).toEqual([{ key: DRAFT, raw: words }]);
    replies = [done(4)];
    markReachable();
    await outcome;
    expect(readRaw(DRAFT)).toBeNull();
    expect(waitingEdits()).toEqual([]);
  });

  test('come back when it is refused; where its form is gone it stays to be seen as well', async () => {
    writeRaw(DRAFT, words);
    const seen: string[] = [];
    const stop = onRefused(({ label }) => seen.push(label));
    const { start } = open();
    const failure = start('k1', 3, leave(false)).catch(String);
    await settled();
    replies = [refused('CONFLICT')];
    markReachable();
    expect(await failure).toContain('CONFLICT');
    expect(parseDraft(readRaw(DRAFT))).toMatchObject({ text: 'Mine', from: 'Old' });
    expect(waitingEdits()).toMatchObject([{ key: 'k1', refusal: { title: expect.any(String) } }]);
    expect(seen).toEqual(['Start impediment']);
    stop();
  });

  test('stand beside what was written there meanwhile', async () => {
    writeRaw(DRAFT, words);
    const { outbox, start } = open();
    start('k1', 3, leave(true)).catch(() => {});
    await settled();
    writeRaw(DRAFT, JSON.stringify({ text: 'Next', at: 9, from: 'Old' }));
    const [edit] = waitingEdits();
    if (!edit) throw new Error('Nothing waits.');
    outbox.takeBack(edit);
    expect(parseDraft(readRaw(DRAFT))).toMatchObject({ text: 'Mine', other: { text: 'Next' } });
    expect(waitingEdits()).toEqual([]);
  });
});

describe('after a reload', () => {
  const left = (key: string, version: number, at: number) => ({
    key,
    viewerId: 'Viewer_1',
    tab: 'closed',
    at,
    operationName: 'StartImpediment',
    query: print(START),
    variables: { id: 'Impediment_4', version, idempotencyKey: key },
    label: 'Start IMP-4',
    optimistic: moved(version + 1),
  });
  const shownVersion = (client: ApolloClient): unknown => {
    const all = client.cache.extract(true);
    const thing: unknown = typeof all === 'object' && all !== null ? Reflect.get(all, 'Impediment:Impediment_4') : null;
    return typeof thing === 'object' && thing !== null ? Reflect.get(thing, 'version') : null;
  };

  test('what waits is shown as done again, keeps its time, and goes in its order', async () => {
    await keep('outbox', [left('k1', 3, 111), left('k2', 3, 222)]);
    markUnreachable();
    const { client, outbox } = open();
    const labels: string[] = [];
    const all = resumeOutbox({ client, outbox }, 'Viewer_1', ({ key }) => labels.push(key));
    await settled();
    expect(waitingEdits()).toMatchObject([
      { key: 'k1', at: 111, tab: TAB },
      { key: 'k2', at: 222 },
    ]);
    expect(shownVersion(client)).toBe(4);
    expect(sent).toEqual([]);
    replies = [done(4), done(5)];
    markReachable();
    await all;
    expect(sent.map(({ version }) => version)).toEqual([3, 4]);
    expect(labels).toEqual(['k1', 'k2']);
    expect(waitingEdits()).toEqual([]);
    expect(shownVersion(client)).toBe(5);
  });

  test('one that is refused goes back on the screen, and can be tried again on top of what is there', async () => {
    await keep('outbox', [left('k1', 3, 111)]);
    const { client, outbox } = open();
    replies = [refused('CONFLICT')];
    await resumeOutbox({ client, outbox }, 'Viewer_1', () => {});
    const [edit] = waitingEdits();
    expect(edit?.refusal).toBeDefined();
    expect(shownVersion(client)).toBeNull();
    if (!edit) return;
    replies = [done(8)];
    await sendAgain({ client, outbox }, edit, 7, () => {});
    expect(sent.at(-1)).toMatchObject({ version: 7 });
    expect(sent.at(-1)?.['idempotencyKey']).not.toBe('k1');
    expect(waitingEdits()).toEqual([]);
  });
});
