import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Tx } from '../../../platform/database/tx.js';
import { ImpedimentHistory } from '../impediment-history.js';

interface Edited {
  movedClocks: number;
  organization: { version: number; workingCalendar: { holidays: { date: string; name: string }[] } };
}
type Reply = GraphqlReply<{ editWorkingCalendar: Edited }>;

let app: TestApp;
let story: ImpedimentStory;
let admin: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  admin = await story.house.administrator('Ada');
});
afterAll(() => app?.stop());

const SEEN = `movedClocks organization { version workingCalendar { timeZone workingDays workingDayStarts workingDayEnds holidays { date name } } }`;

async function versionNow(): Promise<number> {
  const [row] = await story.house.query<{ version: number }>(
    'select version from organizations where organization_id = $1',
    [story.house.id],
  );
  return row?.version ?? 0;
}

async function editCalendar(given: string, version?: number, by: TestPerson = admin): Promise<Reply> {
  const call = `editWorkingCalendar(version: ${version ?? (await versionNow())}, ${given})`;
  return app.graphql(by.cookie, `mutation { ${call} { ${SEEN} } }`);
}

async function done(given: string): Promise<Edited> {
  const reply = await editCalendar(given);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.editWorkingCalendar;
}

async function clockOf({ id }: TestImpediment): Promise<{ ends: string | null; version: number }> {
  const reply = await app.graphql<{ node: { clockEndsAt: string | null; version: number } }>(
    story.dev.cookie,
    `{ node(id: "${id}") { ... on Impediment { clockEndsAt version } } }`,
  );
  return { ends: reply.data?.node.clockEndsAt ?? null, version: reply.data?.node.version ?? 0 };
}

const DAY = 86_400_000;

/** The next working day (Monday to Friday) after a moment, at the same time, at UTC. */
function nextWorkday(after: number): Date {
  let at = new Date(after + DAY);
  while (at.getUTCDay() % 6 === 0) at = new Date(at.getTime() + DAY);
  return at;
}

/** Of today. */
function tomorrow(): string {
  return nextWorkday(Date.now()).toISOString().slice(0, 10);
}

function historic(at: string, more: object = {}): Parameters<ImpedimentHistory['insert']>[1][number] {
  return {
    title: 'From before',
    category: 'TOOLING',
    state: 'RAISED',
    raisedById: story.dev.id,
    raisedAt: at,
    raisingTeamId: story.team.id,
    ...more,
  };
}

function record(...impediments: ReturnType<typeof historic>[]): Promise<{ id: string }[]> {
  return app.database.transaction({ organizationId: story.house.id, cause: 'import:test' }, (tx) =>
    app.app.get(ImpedimentHistory).insert(tx, impediments),
  );
}

test('a holiday ahead gives running clocks a day more, with its event; one of the past, or another name, moves none', async () => {
  const running = await story.raise('Running');
  const [over = { id: '' }, resolved = { id: '' }] = await record(
    historic('2026-01-05T09:00:00Z'),
    historic(new Date().toISOString(), {
      state: 'RESOLVED',
      severity: 'LOW',
      ownerId: story.master.id,
      resolution: 'Gone',
      resolvedAt: new Date().toISOString(),
    }),
  );
  const seen = async (id: string): Promise<unknown> =>
    story.house.query('select clock_ends_at, version from impediments where id = $1', [id]);
  const [overBefore, resolvedBefore] = [await seen(over.id), await seen(resolved.id)];
  const before = await clockOf(running);

  const past = await done('holidays: [{ date: "2026-01-06", name: "Epiphany" }]');
  expect(past).toMatchObject({ movedClocks: 0, organization: { version: 2 } });
  const holidays = `[{ date: "${tomorrow()}", name: " Harbour  day " }, { date: "2026-01-06", name: "Epiphany" }]`;
  const moved = await done(`holidays: ${holidays}`);
  expect(moved.movedClocks).toBe(1);
  expect(moved.organization.workingCalendar.holidays).toEqual([
    { date: '2026-01-06', name: 'Epiphany' },
    { date: tomorrow(), name: 'Harbour day' },
  ]);
  const after = await clockOf(running);
  expect(after).toEqual({
    ends: nextWorkday(Date.parse(before.ends ?? '')).toISOString(),
    version: before.version + 1,
  });
  expect(await story.events(running.id)).toEqual(['impediment.raised', 'impediment.clock-moved']);
  expect([await seen(over.id), await seen(resolved.id)]).toEqual([overBefore, resolvedBefore]);

  const renamed = await done(`holidays: [{ date: "${tomorrow()}", name: "Day of the harbour" }]`);
  expect(renamed).toMatchObject({ movedClocks: 0, organization: { version: 4 } });
  expect(await clockOf(running)).toEqual(after);
  expect((await done('holidays: []')).movedClocks).toBe(1);
  expect((await clockOf(running)).ends).toBe(before.ends);
  const events = await story.house.query<{ payload: { changes: unknown[] } }>(
    `select payload from events where organization_id = $1 and name = 'organization.edited' order by id`,
    [story.house.id],
  );
  expect(events[2]?.payload.changes).toEqual([
    { field: 'holidays', from: '2026-01-06 Epiphany', to: null },
    { field: 'holidays', from: `${tomorrow()} Harbour day`, to: `${tomorrow()} Day of the harbour` },
  ]);
});

test('hours, days and the time zone move clocks too, by either edit; a clock that was promised to run out does not go back', async () => {
  const it = await story.raise('Longer days');
  const before = await clockOf(it);
  expect((await done('workingDayStarts: 0, workingDayEnds: 24')).movedClocks).toBeGreaterThan(0);
  const sooner = await clockOf(it);
  expect(Date.parse(sooner.ends ?? '')).toBeLessThan(Date.parse(before.ends ?? ''));
  expect(Date.parse(sooner.ends ?? '')).toBeGreaterThan(Date.now());
  const back = await app.graphql(
    admin.cookie,
    `mutation { editOrganization(version: ${await versionNow()}, workingDayStarts: 9, workingDayEnds: 17) { version holidays } }`,
  );
  expect(back.errors).toBeUndefined();
  const later = await clockOf(it);
  // A few milliseconds of working time have passed in between; they count by the calendar of then.
  expect(Math.abs(Date.parse(later.ends ?? '') - Date.parse(before.ends ?? ''))).toBeLessThan(60_000);
  expect(later.version).toBe(3);
});

test('an edit by dates alone keeps the names of the days that stay', async () => {
  await done('holidays: [{ date: "2031-01-01", name: "New Year" }, { date: "2031-05-01", name: "May Day" }]');
  const reply = await app.graphql<{ editOrganization: Edited['organization'] }>(
    admin.cookie,
    `mutation { editOrganization(version: ${await versionNow()}, holidays: ["2031-05-01", "2031-12-25"]) { version workingCalendar { holidays { date name } } } }`,
  );
  expect(reply.data?.editOrganization.workingCalendar.holidays).toEqual([
    { date: '2031-05-01', name: 'May Day' },
    { date: '2031-12-25', name: 'Holiday' },
  ]);
  const again = await done('holidays: [{ date: "2031-01-01", name: "First day" }]');
  expect(again.organization.workingCalendar.holidays).toEqual([{ date: '2031-01-01', name: 'First day' }]);
});

test('refused: who is no Administrator, an old version, days that are none, twice, or without a name', async () => {
  const version = await versionNow();
  for (const person of [story.master, story.dev, story.guest]) {
    const reply = await editCalendar('holidays: []', version, person);
    expect(reply.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  const stale = await editCalendar('workingDays: [1]', version - 1);
  expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', details: { currentVersion: version } });
  for (const given of [
    'holidays: [{ date: "2031-01-01", name: " " }]',
    'holidays: [{ date: "2031-01-01", name: "One" }, { date: "2031-01-01", name: "Two" }]',
    'holidays: [{ date: "1800-01-01", name: "Long ago" }]',
    `holidays: [{ date: "2031-01-01", name: "${'x'.repeat(101)}" }]`,
  ]) {
    const reply = await editCalendar(given);
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'holidays' }] },
    });
  }
  const hours = await editCalendar('workingDays: [], workingDayStarts: 20');
  expect(hours.errors?.[0]?.extensions.details).toMatchObject({
    fields: [{ field: 'workingDays' }, { field: 'workingDayEnds' }],
  });
  expect(await versionNow()).toBe(version);
});

test('with its key it is one edit, however often it is sent', async () => {
  const given = `holidays: [{ date: "2032-01-01", name: "Once" }], idempotencyKey: "${randomUUID()}"`;
  const version = await versionNow();
  const [one, other] = await Promise.all([editCalendar(given, version), editCalendar(given, version)]);
  expect(one.data?.editWorkingCalendar.organization.version).toBe(version + 1);
  expect(other.data).toEqual(one.data);
});

test('what is raised and reopened at the same time runs by the new calendar afterwards', async () => {
  const ended = await Promise.all([1, 2, 3].map((index) => story.inState('CLOSED', `Closed ${index}`)));
  await Promise.all([
    ...Array.from({ length: 8 }, (_, index) => story.raise(`Meanwhile ${index}`)),
    done(`holidays: [{ date: "${tomorrow()}", name: "Suddenly" }]`),
    ...ended.map(({ id, version }) =>
      story.done(story.master, 'reopenImpediment', `id: "${id}", version: ${version}, reason: "Back"`),
    ),
    ...Array.from({ length: 4 }, (_, index) => story.raise(`Meanwhile too ${index}`)),
  ]);
  const rows = await story.house.query<{ level: number; day: string }>(
    `select level, to_char(clock_ends_at, 'YYYY-MM-DD') as day from impediments
      where organization_id = $1 and (title like 'Meanwhile%' or title like 'Closed%')`,
    [story.house.id],
  );
  expect(rows).toHaveLength(15);
  // All of one level run out on one day: the one by the new calendar.
  expect(new Set(rows.map((row) => `${row.level} ${row.day}`)).size).toBe(2);
});

test('2,000 clocks are moved in a few statements', async () => {
  await record(...Array.from({ length: 2_000 }, (_, index) => historic(new Date(Date.now() - index).toISOString())));
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  const edited = await done('workingDays: [6, 7]');
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  expect(edited.movedClocks).toBeGreaterThanOrEqual(2_000);
  expect(count).toBeLessThan(40);
});
