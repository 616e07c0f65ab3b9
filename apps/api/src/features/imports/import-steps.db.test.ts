import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { until } from '../../../test/waiting.js';
import type { TestOrganization } from '../../../test/world.js';
import { newId } from '../../platform/database/new-id.js';
import { EventLog } from '../../platform/events/event-log.js';
import { EventReader } from '../../platform/events/event-reader.js';
import { ImportItems } from '../priorities/public.js';
import type { ImportOrder } from './import-kind.js';
import { ImportRunner } from './import-runner.js';
import { ImportSteps } from './import-steps.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const MOST = 3;
const ISSUES = 30;
/** Spread over all steps. */
const POINTS = 20;

/** Parents before and behind their parts, links to both sides, sprints, flagged ones, comments, many people. */
function csv(title = 'About'): string {
  const head =
    'Issue key,Summary,Issue Type,Status,Status Category,Project key,Assignee,Assignee Id,Reporter,Reporter Id,Created,Sprint,Parent key,Outward issue link (Relates),Custom field (Flagged),Comment';
  const rows = Array.from({ length: ISSUES }, (_, place) => {
    const n = place + 1;
    const isEpic = n % 10 === 5;
    const parent = isEpic ? '' : `A-${n - (n % 10) + 5}`;
    const state = n % 7 === 0 ? 'Closed,Done' : 'Open,To Do';
    const said = n % 6 === 0 ? `2026-01-03 04:05;p${n % 4};Waits for ${n}` : '';
    return `A-${n},${title} ${n},${isEpic ? 'Epic' : 'Story'},${state},A,Person ${n % 4},p${n % 4},Person ${n % 3},p${n % 3},2026-01-02 03:04,Sprint ${n % 5},${parent},A-${(n * 7) % ISSUES || ISSUES},${n % 6 === 0 ? 'Impediment' : ''},${said}`;
  });
  return [head, ...rows].join('\n');
}

const orderFor = (house: TestOrganization, content = csv()): ImportOrder => ({
  organizationId: house.id,
  kind: 'JIRA_CSV',
  files: [{ name: 'f.csv', content }],
  mapping: {},
});

/** All that people see of it, without ids. */
async function contentOf(house: TestOrganization): Promise<unknown> {
  const [content] = await house.query<{ content: unknown }>(
    `select jsonb_build_object(
       'items', (select jsonb_agg(jsonb_build_array(b.external_key, b.title, b.type, b.tier, b.state, p.external_key, t.name, a.name, b.version,
                   (select array_agg(s.name order by s.name) from sprint_items x join sprints s on s.id = x.sprint_id where x.item_id = b.id))
                   order by b.external_key)
                   from backlog_items b left join backlog_items p on p.id = b.parent_id left join teams t on t.id = b.team_id
                   left join people a on a.id = b.assignee_id),
       'links', (select jsonb_agg(jsonb_build_array(f.external_key, l.type, l.outward, l.other_key, o.external_key) order by f.external_key, l.other_key, l.outward)
                   from item_links l join backlog_items f on f.id = l.from_item_id left join backlog_items o on o.id = l.other_item_id),
       'order', (select jsonb_agg(b.external_key order by s.slot_rank) from order_slots s join backlog_items b on b.id = s.item_id),
       'impediments', (select jsonb_agg(jsonb_build_array(i.number, i.title, i.state, r.name, o.name, i.version,
                   (select array_agg(c.body order by c.body) from impediment_comments c where c.impediment_id = i.id),
                   (select array_agg(c.external_key order by c.external_key) from impediment_items c where c.impediment_id = i.id)) order by i.number)
                   from impediments i join people r on r.id = i.raised_by left join people o on o.id = i.owner_id),
       'people', (select jsonb_agg(name order by name) from people),
       'sprints', (select jsonb_agg(jsonb_build_array(name, state) order by name) from sprints),
       'identities', (select jsonb_agg(jsonb_build_array(source, kind, external_key) order by source, kind, external_key) from external_identities),
       'told', (select jsonb_object_agg(name, count) from (select name, count(*) as count from events
                 where name not in ('import.applied', 'order.moved') group by name) as e)) as content`,
  );
  return content?.content;
}

/** Ends the run at its n-th step as a process that is killed: before its commit, or right after. */
function killedAt(step: number, isCommitted: boolean): void {
  const take = ImportSteps.prototype.take;
  let count = 0;
  jest.spyOn(ImportSteps.prototype, 'take').mockImplementation(async function killed(this: ImportSteps, work, done) {
    count += 1;
    const gone = Object.assign(new Error('Killed.'), { code: 'ECONNRESET' });
    if (count < step) return take.call(this, work, done);
    if (isCommitted && count === step) await take.call(this, work, done);
    throw gone;
  } as typeof take);
}

it('killed at any step, before or after its commit, it goes on to what a clean import makes', async () => {
  const runner = app.app.get(ImportRunner);
  const clean = await app.world.organization('Clean');
  const spy = jest.spyOn(ImportSteps.prototype, 'take');
  const report = await runner.apply(orderFor(clean), { mostPerStep: MOST });
  const steps = spy.mock.calls.length;
  spy.mockRestore();
  expect(report.created).toMatchObject({ 'backlog-item': ISSUES, impediment: 5, sprint: 5 });
  expect(steps).toBeGreaterThan(POINTS);
  const expected = await contentOf(clean);
  const every = steps / POINTS;
  for (let point = 1; point <= POINTS; point += 1) {
    const step = Math.round(point * every);
    const house = await app.world.organization(`Killed ${step}`);
    killedAt(step, point % 2 === 0);
    await expect(runner.apply(orderFor(house), { mostPerStep: MOST })).rejects.toThrow('Killed.');
    jest.restoreAllMocks();
    await runner.apply(orderFor(house), { mostPerStep: MOST });
    expect([step, await contentOf(house)]).toEqual([step, expected]);
    const again = await runner.apply(orderFor(house), { mostPerStep: MOST });
    expect({ ...again.created, ...again.updated, ...again.ended }).toEqual({});
  }
});

it('killed while it changes what is here, it goes on to what a clean import makes', async () => {
  const runner = app.app.get(ImportRunner);
  const anew = csv('Anew').replaceAll('Open,To Do', 'Closed,Done');
  const clean = await app.world.organization('Changed');
  await runner.apply(orderFor(clean), { mostPerStep: MOST });
  await runner.apply(orderFor(clean, anew), { mostPerStep: MOST });
  const expected = await contentOf(clean);
  for (let step = 1; step <= 20; step += 3) {
    const house = await app.world.organization(`Changed ${step}`);
    await runner.apply(orderFor(house), { mostPerStep: MOST });
    killedAt(step, step % 2 === 0);
    await expect(runner.apply(orderFor(house, anew), { mostPerStep: MOST })).rejects.toThrow('Killed.');
    jest.restoreAllMocks();
    await runner.apply(orderFor(house, anew), { mostPerStep: MOST });
    expect([step, await contentOf(house)]).toEqual([step, expected]);
  }
});

it('keeps back no event of anybody but for the length of one step', async () => {
  const house = await app.world.organization('Importing');
  const other = await app.world.organization('Beside');
  const reader = app.app.get(EventReader, { strict: false });
  const events = app.app.get(EventLog, { strict: false });
  /** Somebody elsewhere does something. @returns whether a reader sees it by now; reactions of others write for moments, too */
  const append = async (): Promise<() => Promise<boolean>> => {
    const before = await reader.now(other.id);
    await app.database.transaction({ organizationId: other.id }, (tx) =>
      events.append(tx, {
        name: 'team.edited',
        subjectType: 'Team',
        subjectId: newId(),
        subjectVersion: 1,
        payload: { changes: [] },
      }),
    );
    return async () => (await reader.after(other.id, before, 10)).length > 0;
  };
  let between = 0;
  const within: boolean[] = [];
  const take = ImportSteps.prototype.take;
  jest.spyOn(ImportSteps.prototype, 'take').mockImplementation(async function watched(this: ImportSteps, work, count) {
    await until(await append());
    between += 1;
    return take.call(this, work, count);
  } as typeof take);
  const takeItems = ImportItems.prototype.take;
  jest.spyOn(ImportItems.prototype, 'take').mockImplementationOnce(async function held(this: ImportItems, ...given) {
    const ids = await takeItems.apply(this, given);
    const isSeen = await append();
    for (let look = 0; look < 10; look += 1) within.push(await isSeen());
    return ids;
  });
  await app.app.get(ImportRunner).apply(orderFor(house), { mostPerStep: MOST });
  expect(between).toBeGreaterThan(20);
  // That the test can tell: within a step, and only there, others' events wait.
  expect(within).toEqual(within.map(() => false));
  expect(within).toHaveLength(10);
});

it('an error that is no crash says how much is in; the same files take the rest', async () => {
  const house = await app.world.organization('Failing');
  const runner = app.app.get(ImportRunner);
  const takeItems = ImportItems.prototype.take;
  let count = 0;
  jest.spyOn(ImportItems.prototype, 'take').mockImplementation(function failing(this: ImportItems, ...given) {
    count += 1;
    if (count === 4) throw new Error('A fault.');
    return takeItems.apply(this, given);
  });
  await expect(runner.apply(orderFor(house), { mostPerStep: MOST })).rejects.toThrow(
    '9 of 35 records are in and stay, each of them whole. The same files sent again take the rest, and change nothing of what is in. A fault.',
  );
  jest.restoreAllMocks();
  // What is in is in the order, too.
  const [there] = await house.query(
    `select (select count(*) from backlog_items) as items, (select count(*) from order_slots) as ordered,
            (select count(*) from backlog_items where state <> 'DONE') as open`,
  );
  expect(there).toEqual({ items: 9, ordered: 8, open: 8 });
  const { created, updated } = await runner.apply(orderFor(house));
  expect(created).toMatchObject({ 'backlog-item': ISSUES - 9, impediment: 5 });
  expect(updated).toEqual({});
});
