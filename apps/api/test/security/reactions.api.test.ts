import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/database/new-id.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { EventLog } from '../../src/platform/events/event-log.js';
import { ReactionRunner } from '../../src/platform/events/reaction-runner.js';
import { REACTION_LIMITS, ReactionStep } from '../../src/platform/events/reaction-step.js';
import { Reactions, type Reaction } from '../../src/platform/events/reactions.js';
import { Verifications } from '../../src/platform/events/verifications.js';
import { settleEvents } from '../settle-reactions.js';
import { TestApp } from '../test-app.js';
import { stopwatch, until } from '../waiting.js';
import { withFeatures } from '../with-features.js';
import type { TestOrganization } from '../world.js';
import { start, type Child } from './child-process.js';
import { ProbeReactionModule, type Conduct } from './probe-reaction.js';

const usual = { ...REACTION_LIMITS };
let app: TestApp;
let house: TestOrganization;
let doomed: Child | undefined;

withFeatures(ProbeReactionModule);
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  house = await app.world.organization('Harbour');
});
afterEach(async () => {
  Object.assign(REACTION_LIMITS, usual);
  await doomed?.kill();
  doomed = undefined;
});
afterAll(() => app.stop());

function begin(): Promise<number> {
  return app.database.transaction({ organizationId: house.id }, (tx) => app.app.get(Reactions).begin(tx));
}

/** In one transaction. @returns the subjects, in their order */
async function happen(conducts: Conduct[], cause?: string): Promise<string[]> {
  const ids = conducts.map(() => newId());
  await app.database.transaction({ organizationId: house.id, cause }, (tx) =>
    app.app.get(EventLog).append(
      tx,
      ...conducts.map((note, index) => ({
        name: 'probe.happened',
        subjectType: 'Probe',
        subjectId: ids[index] ?? '',
        subjectVersion: 1,
        payload: { note },
      })),
    ),
  );
  return ids;
}

async function effects(ids: string[]): Promise<number[]> {
  const rows = await house.query<{ count: number }>(
    `select count(e.id)::int as count from unnest($1::uuid[]) with ordinality as w(id, at)
       left join events e on e.subject_id = w.id and e.name = 'probe.followed' group by w.id, w.at order by w.at`,
    [ids],
  );
  return rows.map((row) => row.count);
}

function probe(): Reaction {
  const found = app.app
    .get(Reactions)
    .all()
    .find(({ name }) => name === 'probe.follow');
  if (!found) throw new Error('The probe is not registered.');
  return found;
}

/** Steps until there is nothing more to do. */
async function settle(organizationId = house.id): Promise<void> {
  for (let steps = 0; steps < 500; steps += 1) {
    const next = await app.app.get(ReactionStep).run(organizationId, probe());
    if (next === 'when woken') return;
    if (next !== 'now') await new Promise((resolve) => setTimeout(resolve, next.inMs));
  }
  throw new Error('It does not come to rest.');
}

describe('a reaction', () => {
  test('reacts to each event once, in order, and concludes once for many', async () => {
    await begin();
    const ids = await happen(Array.from({ length: 120 }, () => 'react' as const));
    await settle();
    await settle();
    expect(await effects(ids)).toEqual(ids.map(() => 1));
    const order = await house.query<{ subject_id: string }>(
      `select subject_id from events where name = 'probe.followed' order by id`,
    );
    expect(order.map((row) => row.subject_id)).toEqual(ids);
    const concluded = await house.query<{ count: string }>(
      `select payload->>'note' as count from events where name = 'probe.concluded' order by id`,
    );
    expect(concluded.map((row) => row.count)).toEqual(['50', '50', '20']);
  });

  test('begins now, not at the beginning of history', async () => {
    const before = await happen(['react', 'react']);
    // "Now" is where every transaction of the whole server has ended: others' tests have some open.
    await until(async () => {
      const [row] = await house.query<{ past: boolean }>(
        'select bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())) as past from events where subject_id = any ($1)',
        [before],
      );
      return row?.past ?? false;
    });
    await settle();
    const after = await happen(['react']);
    await settle();
    expect(await effects([...before, ...after])).toEqual([0, 0, 1]);
  });

  test('leaves alone what an import or a set-up tells, however much it is', async () => {
    await begin();
    const told = await happen(
      Array.from({ length: 300 }, () => 'react' as const),
      'import:test',
    );
    const setUp = await happen(['react'], 'set-up');
    const live = await happen(['react']);
    await settle();
    expect((await effects([...told, ...setUp])).every((count) => count === 0)).toBe(true);
    expect(await effects(live)).toEqual([1]);
  });

  test('takes an event that commits late, behind younger ones', async () => {
    await begin();
    const late = newId();
    let commit = (): void => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let appended = (): void => undefined;
    const isAppended = new Promise<void>((resolve) => (appended = resolve));
    const slow = app.database.transaction({ organizationId: house.id }, async (tx) => {
      await app.app.get(EventLog).append(tx, {
        name: 'probe.happened',
        subjectType: 'Probe',
        subjectId: late,
        subjectVersion: 1,
        payload: { note: 'react' },
      });
      appended();
      await mayCommit;
    });
    await isAppended;
    const young = await happen(['react']);
    const next = await app.app.get(ReactionStep).run(house.id, probe());
    expect(next).toEqual({ inMs: expect.any(Number) });
    expect(await effects([late, ...young])).toEqual([0, 0]);
    commit();
    await slow;
    await settle();
    expect(await effects([late, ...young])).toEqual([1, 1]);
  });

  test('lets an organization be that is gone', async () => {
    await settle(newId());
  });

  test('begins anew in a restored database, whose transactions count from the beginning', async () => {
    await begin();
    await house.query(`update event_consumers set xid = '9000000000000000000'`);
    await settle();
    const ids = await happen(['react']);
    await settle();
    expect(await effects(ids)).toEqual([1]);
  });
});

test('events of a restored backup are neither ahead of their time nor told again', async () => {
  const old = await happen(['react', 'react']);
  const client = await app.database.pool.connect();
  try {
    await client.query('set role none');
    await client.query(`update events set xid = '9000000000000000000' where organization_id = $1`, [house.id]);
  } finally {
    client.release(true);
  }
  await house.query(
    `insert into event_consumers (organization_id, consumer, xid, event_id) values ($1, $2, '9000000000000000000', 1)`,
    [house.id, 'probe.follow'],
  );
  await migrate(app.databaseUrl);
  const [ahead] = await house.query(
    'select count(*)::int as count from events where xid >= pg_snapshot_xmax(pg_current_snapshot())',
  );
  expect(ahead).toEqual({ count: 0 });
  await settle();
  const fresh = await happen(['react']);
  await settle();
  expect(await effects([...old, ...fresh])).toEqual([0, 0, 1]);
});

describe('a failing event', () => {
  test.each(['throw', 'fail in the database'] as const)(
    'that does %s is tried again, then set aside in sight, and the others come through',
    async (conduct) => {
      Object.assign(REACTION_LIMITS, { attempts: 3, retryAfterMs: 20 });
      await begin();
      const [one, bad, other] = await happen(['react', conduct, 'react']);
      const ids = [one ?? '', bad ?? '', other ?? ''];
      // Another test's transaction, in a database of the same server, may hold them back a while.
      await settleEvents(app, house.id);
      await app.app.get(ReactionStep).run(house.id, probe());
      expect(await effects(ids)).toEqual([1, 0, 0]);
      expect(
        await house.query('select attempts, retry_at > now() as waits from event_consumers where consumer = $1', [
          'probe.follow',
        ]),
      ).toEqual([{ attempts: 1, waits: true }]);
      await settle();
      expect(await effects(ids)).toEqual([1, 0, 1]);
      expect(await house.query('select consumer, event_name, attempts from events_set_aside')).toEqual([
        { consumer: 'probe.follow', event_name: 'probe.happened', attempts: 3 },
      ]);
      const found = await app.database.transaction({ organizationId: house.id }, (tx) =>
        app.app.get(Verifications).run(tx),
      );
      expect(found['reactions']).toEqual([
        expect.stringMatching(/^probe\.follow gave up on event \d+ .* after 3 attempts/u),
      ]);
    },
  );

  test('holds back neither another organization nor what comes after it for long', async () => {
    Object.assign(REACTION_LIMITS, { attempts: 3, retryAfterMs: 60_000 });
    await begin();
    await happen(['throw']);
    await settleEvents(app, house.id);
    expect(await app.app.get(ReactionStep).run(house.id, probe())).toEqual({ inMs: 60_000 });
    house = await app.world.organization('Other');
    await begin();
    const ids = await happen(['react']);
    await settle();
    expect(await effects(ids)).toEqual([1]);
  });
});

describe('several workers', () => {
  test('two at once: nothing twice, nothing lost', async () => {
    Object.assign(REACTION_LIMITS, { eventsAtOnce: 3 });
    await begin();
    const ids: string[] = [];
    const producing = (async () => {
      for (let round = 0; round < 20; round += 1) ids.push(...(await happen(['react', 'react', 'react'])));
    })();
    await Promise.all([producing, settle(), settle(), settle()]);
    await settle();
    expect(await effects(ids)).toEqual(ids.map(() => 1));
  });

  test('killed before and after the effect, before the commit: one effect each, by the next worker', async () => {
    await begin();
    doomed = start('doomed-reactor.ts', [app.databaseUrl], { PROBE_HALTS: 'yes' });
    const first = await happen(['react']);
    await until(async () => (await effects(first))[0] === 1);
    const before = await happen(['halt before the effect']);
    await doomed.printed((line) => line === 'before');
    expect(await effects(before)).toEqual([0]);
    await doomed.kill();
    doomed = start('doomed-reactor.ts', [app.databaseUrl], { PROBE_HALTS: 'no' });
    await until(async () => (await effects(before))[0] === 1);
    await doomed.kill();
    doomed = start('doomed-reactor.ts', [app.databaseUrl], { PROBE_HALTS: 'yes' });
    const after = await happen(['react', 'halt after the effect', 'react']);
    await doomed.printed((line) => line === 'after');
    // Not committed: nobody sees it.
    expect(await effects(after)).toEqual([0, 0, 0]);
    const meanwhile = await happen(['react']);
    await doomed.kill();
    app.app.get(ReactionRunner).start();
    await until(async () => (await effects(meanwhile))[0] === 1);
    expect(await effects([...first, ...before, ...after, ...meanwhile])).toEqual([1, 1, 1, 1, 1, 1]);
    // Woken by the commit, not by the poll.
    const live = await happen(['react']);
    const watch = stopwatch();
    await until(async () => (await effects(live))[0] === 1);
    expect(watch.stop()).toBeLessThan(1000);
  });
});
