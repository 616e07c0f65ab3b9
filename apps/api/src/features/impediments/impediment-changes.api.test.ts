import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { settleEvents } from '../../../test/settle-reactions.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';
import { SessionStore } from '../../platform/auth/session-store.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { ImpedimentChanges } from './impediment-changes.js';
import type { ImpedimentChange } from './impediments.graphql.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

async function viewerOf(person: TestPerson): Promise<Viewer> {
  const viewer = await app.app.get(SessionStore).viewer(person.cookie, 'test');
  if (!viewer) throw new Error('The person of the story is signed in.');
  return viewer;
}

/** Changes as the person sees them. */
async function follow(person: TestPerson, after?: string): Promise<AsyncIterableIterator<ImpedimentChange>> {
  const viewer = await viewerOf(person);
  const news = await app.app.get(ImpedimentChanges).follow(viewer, after);
  const shown: AsyncIterableIterator<ImpedimentChange> = {
    async next() {
      const { done, value } = await news.next();
      return done ? { done, value } : { done: false, value: { ...value, impediment: value.impedimentFor(viewer) } };
    },
    async return() {
      await news.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => shown,
  };
  return shown;
}

/** Nothing from before comes as news behind it. */
async function boardCursor(): Promise<string> {
  await settleEvents(app, story.house.id);
  const reply = await app.graphql<{ impedimentBoard: { cursor: string } }>(
    story.dev.cookie,
    '{ impedimentBoard { cursor } }',
  );
  return reply.data?.impedimentBoard.cursor ?? '';
}

/** Takes changes until `enough`, then ends. */
async function take(
  changes: AsyncIterableIterator<ImpedimentChange>,
  enough: (seen: ImpedimentChange[]) => boolean,
): Promise<ImpedimentChange[]> {
  const seen: ImpedimentChange[] = [];
  for await (const change of changes) {
    seen.push(change);
    if (enough(seen)) break;
  }
  return seen;
}

test('from the board on: what was missed, then live, each once, with the impediment as the viewer sees it', async () => {
  const cursor = await boardCursor();
  const missed = await story.raise('Missed');
  await abroad.raise('Canary');
  const changes = await follow(story.master, cursor);
  const first = await changes.next();
  expect(first.value).toMatchObject({
    resync: false,
    event: 'impediment.raised',
    id: missed.id,
    version: 1,
    changedFields: ['id', 'title', 'raisingTeam'],
    impediment: {
      title: 'Missed',
      description: '',
      viewerWatches: false,
      viewerCan: expect.arrayContaining(['impediment:triage']),
    },
  });
  const next = changes.next();
  await story.done(story.neighbour, 'addAffectedTeam', `id: "${missed.id}", teamId: "Team_${story.otherTeam.id}"`);
  expect((await next).value).toMatchObject({
    event: 'impediment.team-added',
    id: missed.id,
    changedFields: ['affectedTeams'],
  });
  const resumed = await follow(story.dev, first.value?.cursor);
  expect((await resumed.next()).value).toMatchObject({
    event: 'impediment.team-added',
    impediment: { viewerWatches: true },
  });
  await Promise.all([changes.return?.(), resumed.return?.()]);
});

test('ends at once, also while it waits', async () => {
  const changes = await follow(story.dev);
  const waiting = changes.next();
  await changes.return?.();
  expect((await waiting).done).toBe(true);
  expect((await changes.next()).done).toBe(true);
});

test('an unreadable, impossible or future cursor, or more than 500 events: one resync, then live', async () => {
  const old = await boardCursor();
  const { id } = await story.raise('Long history');
  const events = Array.from({ length: 501 }, () => ({
    name: 'impediment.commented',
    subjectType: 'Impediment',
    subjectId: id.replace('Impediment_', ''),
    subjectVersion: 1,
    payload: { changes: [] },
  }));
  await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(EventLog).append(tx, ...events),
  );
  for (const after of ['', 'nonsense!', 'zzzzzzzzzzzzz.zzzzzzzzzzzzz', '1.zzzzzzzzzzzzz', 'zzzzzzzzzz.1', old]) {
    await settleEvents(app, story.house.id);
    const changes = await follow(story.dev, after);
    expect((await changes.next()).value).toMatchObject({
      resync: true,
      cursor: expect.any(String),
      id: null,
      impediment: null,
    });
    const next = changes.next();
    const raised = await story.raise('After the gap');
    expect((await next).value).toMatchObject({ resync: false, id: raised.id });
    await changes.return?.();
  }
});

test('events of one batch on one impediment come as the latest with the fields of all', async () => {
  const cursor = await boardCursor();
  const done = await story.inState('IN_PROGRESS');
  await settleEvents(app, story.house.id);
  const [change, ...others] = await take(await follow(story.dev, cursor), (seen) => seen.length === 1);
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    event: 'impediment.started',
    id: done.id,
    version: 3,
    impediment: { state: 'IN_PROGRESS' },
  });
  expect(change?.changedFields).toEqual(expect.arrayContaining(['title', 'owner', 'state', 'nextStep']));
});

test('many who listen share one load of each batch', async () => {
  await settleEvents(app, story.house.id);
  const subscribers = await Promise.all(Array.from({ length: 20 }, () => follow(story.dev)));
  const pending = subscribers.map((changes) => changes.next());
  const queries = jest.spyOn(Tx.prototype, 'query');
  const raised = await story.raise('For everybody');
  for (const { value } of await Promise.all(pending)) expect(value).toMatchObject({ id: raised.id });
  const loads = queries.mock.calls.filter(([sql]) => sql.includes('i.id = any($2::uuid[])'));
  queries.mockRestore();
  expect(loads).toHaveLength(1);
  await Promise.all(subscribers.map((changes) => changes.return?.()));
});

test('8 writers, a reader that comes back again and again: everything that was committed is seen, nothing twice', async () => {
  const WRITERS = 8;
  const EACH = 12;
  const LAST = 'The last one';
  const seen: ImpedimentChange[] = [];
  const isLast = (change: ImpedimentChange | undefined): boolean => change?.impediment?.title === LAST;
  const start = await boardCursor();
  const reading = (async () => {
    while (!isLast(seen.at(-1))) {
      const changes = await follow(story.dev, seen.at(-1)?.cursor ?? start);
      seen.push(...(await take(changes, (some) => some.length >= 5 || isLast(some.at(-1)))));
    }
  })();
  const raised = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const ids: string[] = [];
      for (let index = 0; index < EACH; index += 1) ids.push((await story.raise(`Writer ${writer}, ${index}`)).id);
      return ids;
    }),
  );
  const last = await story.raise(LAST);
  await reading;
  expect(seen.some((change) => change.resync)).toBe(false);
  expect(seen.map((change) => change.id).sort()).toEqual([...raised.flat(), last.id].sort());
});
