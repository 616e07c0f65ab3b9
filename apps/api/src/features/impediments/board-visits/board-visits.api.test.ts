import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Tx } from '../../../platform/database/tx.js';

interface Visit {
  since: string | null;
  truncated: boolean;
  news: {
    impediment: { key: string; title: string };
    entries: { event: string; note: string | null; actor: { name: string } | null }[];
  }[];
}

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let looker: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());
// A house of its own each: time passes by moving marks back, and what happened before would be news again.
beforeEach(async () => {
  story = await ImpedimentStory.tell(app, 'Harbour');
  looker = await story.team.developer('Lou');
});

test('the first visit has no news; the next one tells what others did since, newest first', async () => {
  const old = await story.raise('Before', '', looker);
  expect(await visit()).toEqual({ since: null, news: [], truncated: false });
  await pass('40 minutes');
  const left = await seenAt();
  const young = await story.raise('Since');
  await say(story.master, old, 'A word');
  await say(looker, young, 'My own');
  await abroad.raise('Canary');
  const told = await visit();
  expect(told).toEqual({
    since: left,
    truncated: false,
    news: [
      {
        impediment: { key: old.key, title: 'Before' },
        entries: [{ event: 'impediment.commented', note: 'A word', actor: { name: 'Mira' } }],
      },
      {
        impediment: { key: young.key, title: 'Since' },
        entries: [{ event: 'impediment.raised', note: null, actor: { name: 'Dora' } }],
      },
    ],
  });
  expect(await visit()).toEqual(told);
});

test('a visit lasts as long as somebody comes back within thirty minutes', async () => {
  await visit();
  await pass('31 minutes');
  const { since } = await visit();
  expect(since).not.toBeNull();
  for (const minutes of [29, 29, 29]) {
    await pass(`${minutes} minutes`);
    const kept = await sinceOf();
    expect((await visit()).since).toBe(kept);
  }
  await pass('31 minutes');
  const left = await seenAt();
  expect((await visit()).since).toBe(left);
});

test('two tabs that open at once agree, and neither loses the visit', async () => {
  await visit();
  await pass('2 hours');
  const left = await seenAt();
  const it = await story.raise('Meanwhile');
  const visits = await Promise.all(Array.from({ length: 8 }, () => visit()));
  expect(new Set(visits.map(({ since }) => since))).toEqual(new Set([left]));
  expect(visits.every(({ news }) => news[0]?.impediment.key === it.key)).toBe(true);
});

test('what nobody in person did is news too; what an import dates back is not', async () => {
  await visit();
  await pass('1 hour');
  const it = await story.raise('Closed by time', '', looker);
  const insert = `insert into events (organization_id, name, subject_type, subject_id, subject_version, payload, at)
    values ($1, $2, 'Impediment', $3, 1, '{"changes": []}', $4)`;
  const id = it.id.replace('Impediment_', '');
  await story.house.query(insert, [story.house.id, 'impediment.closed', id, new Date().toISOString()]);
  await story.house.query(insert, [story.house.id, 'impediment.started', id, '2020-01-01T00:00:00Z']);
  expect((await visit()).news).toMatchObject([{ entries: [{ event: 'impediment.closed', actor: null }] }]);
});

test('the words of a removed comment are not told', async () => {
  await visit();
  await pass('1 hour');
  const it = await story.raise('Talked about');
  await say(story.dev, it, 'The password is hunter2');
  const [row] = await story.house.query<{ id: string }>('select id from impediment_comments where impediment_id = $1', [
    it.id.replace('Impediment_', ''),
  ]);
  await story.mutate(story.dev, 'removeImpedimentComment', `id: "ImpedimentComment_${row?.id}", version: 1`, 'id');
  const told = await visit();
  expect(told.news[0]?.entries.map(({ event }) => event)).toEqual([
    'impediment.comment-removed',
    'impediment.commented',
    'impediment.raised',
  ]);
  expect(JSON.stringify(told)).not.toContain('hunter2');
});

test('a hundred impediments are whole, one more is not', async () => {
  await visit();
  await pass('1 hour');
  await Promise.all(Array.from({ length: 100 }, (_, n) => story.raise(`Many ${n}`)));
  const full = await visit();
  expect(full.news).toHaveLength(100);
  expect(full.truncated).toBe(false);
  const last = await story.raise('One more');
  const more = await visit();
  expect(more.news).toHaveLength(100);
  expect(more.news[0]?.impediment.key).toBe(last.key);
  expect(more.truncated).toBe(true);
});

test('twenty entries of one impediment are whole, one more is not', async () => {
  await visit();
  const it = await story.raise('Lively', '', looker);
  await pass('1 hour');
  for (let n = 0; n < 20; n += 1) await say(story.dev, it, `Word ${n}`);
  const whole = await visit();
  expect(whole.news.find(({ impediment }) => impediment.key === it.key)?.entries).toHaveLength(20);
  await say(story.dev, it, 'One more');
  const more = await visit();
  const entries = more.news.find(({ impediment }) => impediment.key === it.key)?.entries ?? [];
  expect(entries).toHaveLength(20);
  expect(entries[0]?.note).toBe('One more');
  expect(more.truncated).toBe(true);
});

test('news of many impediments cost as many statements as of one', async () => {
  const statements = async (): Promise<number> => {
    const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
    await visit();
    const count = spies.flatMap((spy) => spy.mock.calls).length;
    for (const spy of spies) spy.mockRestore();
    return count;
  };
  await visit();
  await pass('1 hour');
  await story.raise('One');
  const one = await statements();
  for (let n = 0; n < 5; n += 1) await say(story.master, await story.raise(`Five ${n}`), 'Word');
  expect(await statements()).toBe(one);
});

test('nobody visits without a session; without a role one may look', async () => {
  const reply = await app.graphql(null, 'mutation { visitBoard { since } }');
  expect(reply.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  looker = story.guest;
  expect((await visit()).since).toBeNull();
});

async function visit(): Promise<Visit> {
  const reply = await app.graphql<{ visitBoard: Visit }>(
    looker.cookie,
    'mutation { visitBoard { since truncated news { impediment { key title } entries { event note actor { name } } } } }',
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.visitBoard;
}

/** Time passes for the looker: their marks move back. */
async function pass(interval: string): Promise<void> {
  await story.house.query(
    'update board_visits set seen_at = seen_at - $2::interval, since = since - $2::interval where person_id = $1',
    [looker.id, interval],
  );
}

async function say(person: TestPerson, { id }: TestImpediment, body: string): Promise<void> {
  await story.done(person, 'commentOnImpediment', `id: "${id}", body: "${body}"`);
}

async function marks(): Promise<{ seen_at: string; since: string | null }> {
  const [row] = await story.house.query<{ seen_at: string; since: string | null }>(
    'select seen_at, since from board_visits where person_id = $1',
    [looker.id],
  );
  if (!row) throw new Error('No visit.');
  return row;
}

async function seenAt(): Promise<string> {
  return (await marks()).seen_at;
}

async function sinceOf(): Promise<string | null> {
  return (await marks()).since;
}
