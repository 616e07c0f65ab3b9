import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';
import { type HistoricImpediment, ImpedimentHistory } from '../impediment-history.js';

interface Numbers {
  id: string;
  name: string;
  openCount: number;
  pastCount: number;
  blockedTeamDays: number;
  blockedTeamDaysPerDay: number;
  blockedTeamDaysByMonth: { month: string; blockedTeamDays: number }[];
  medianHoursToResolve: number | null;
  resolvedCount: number;
  recurring: { category: string; times: number; blockedTeamDays: number; impediments: { title: string }[] }[];
  openImpediments: Page;
  pastImpediments: Page;
}
interface Page {
  totalCount: number;
  edges: { node: { title: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const PAGE =
  'totalCount pageInfo { hasNextPage endCursor } edges { node { title owner { name } affectedTeams { name } } }';
const NUMBERS = `id name openCount pastCount blockedTeamDays blockedTeamDaysPerDay blockedTeamDaysByMonth { month blockedTeamDays }
  medianHoursToResolve resolvedCount recurring { category times blockedTeamDays impediments { title owner { name } } } contact contactPerson { name } team { name area { name } } aliases viewerCan
  openImpediments(first: 3) { ${PAGE} } pastImpediments(first: 3) { ${PAGE} }`;
const DAY = 86_400_000;

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let ids: Map<string, string>;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  ids = await record(story, ['Clerk', 'Office', 'Quiet', 'Crowd', 'Back']);
  await record(abroad, ['Canary']);
});
afterAll(() => app?.stop());

/** Sources of these names; id by name in lower case. */
async function record(of: ImpedimentStory, names: string[]): Promise<Map<string, string>> {
  return inHistory(of, (history, tx) =>
    history.ensureSources(
      tx,
      names.map((name) => ({ name, kind: 'VENDOR' })),
    ),
  );
}

function inHistory<T>(of: ImpedimentStory, work: (history: ImpedimentHistory, tx: Tx) => Promise<T>): Promise<T> {
  return app.database.transaction({ organizationId: of.house.id, cause: 'import:test' }, (tx) =>
    work(app.app.get(ImpedimentHistory), tx),
  );
}

function raised(source: string, more: Partial<HistoricImpediment> = {}): HistoricImpediment {
  return {
    title: `Waits for ${source}`,
    category: 'TOOLING',
    state: 'RAISED',
    raisedById: story.dev.id,
    raisedAt: '2026-01-05T09:00:00Z',
    raisingTeamId: story.team.id,
    sourceId: ids.get(source) ?? null,
    ...more,
  };
}

function resolved(source: string, raisedAt: string, resolvedAt: string, more: object = {}): HistoricImpediment {
  const gone = { severity: 'LOW', ownerId: story.master.id, resolution: 'Gone' } as const;
  return raised(source, { ...gone, state: 'CLOSED', raisedAt, resolvedAt, closedAt: resolvedAt, ...more });
}

async function numbersOf(source: string): Promise<Numbers> {
  const reply = await app.graphql<{ source: Numbers }>(
    story.dev.cookie,
    `{ source(id: "Source_${ids.get(source) ?? ''}") { ${NUMBERS} } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.source;
}

/** Noon so many days before today, and as many working days as people would count since. */
function daysAgo(days: number): Date {
  return new Date(Math.floor((Date.now() - days * DAY) / DAY) * DAY + DAY / 2);
}

/** The working days after a day, by hand: Monday to Friday, by month; the organization is at UTC. */
function workingDays(after: Date, until: Date): Record<string, number> {
  const months: Record<string, number> = {};
  for (let at = after.getTime() + DAY; at <= until.getTime(); at += DAY) {
    const day = new Date(at);
    const month = day.toISOString().slice(0, 7);
    if (day.getUTCDay() % 6 !== 0) months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}

test('counts, cost, months and the median, as one counts by hand; what was declined costs, what is a duplicate does not', async () => {
  const [long, short, end] = [daysAgo(100), daysAgo(40), daysAgo(20)];
  await inHistory(story, async (history, tx) => {
    const [first] = await history.insert(tx, [
      raised('clerk', { raisedAt: long.toISOString(), affectedTeamIds: [story.otherTeam.id] }),
    ]);
    await history.insert(tx, [
      resolved('clerk', long.toISOString(), end.toISOString()),
      resolved('clerk', short.toISOString(), end.toISOString(), { state: 'RESOLVED', closedAt: null }),
      resolved('clerk', '2020-01-01T09:00:00Z', '2020-02-01T09:00:00Z'),
      raised('clerk', {
        state: 'DECLINED',
        declineReason: 'No',
        raisedAt: short.toISOString(),
        endedAt: end.toISOString(),
      }),
      raised('clerk', {
        state: 'DUPLICATE',
        duplicateOfId: first?.id ?? '',
        raisedAt: long.toISOString(),
        endedAt: end.toISOString(),
      }),
      raised('office', { raisedAt: long.toISOString() }),
    ]);
  });
  const seen = await numbersOf('clerk');
  const today = daysAgo(0);
  const months: Record<string, number> = {};
  const add = (from: Date, to: Date, teams: number): void => {
    for (const [month, days] of Object.entries(workingDays(from, to)))
      months[month] = (months[month] ?? 0) + days * teams;
  };
  add(long, today, 2);
  add(long, end, 1);
  add(short, end, 1);
  add(short, end, 1);
  const shown = Object.fromEntries(
    seen.blockedTeamDaysByMonth.filter((of) => of.blockedTeamDays > 0).map((of) => [of.month, of.blockedTeamDays]),
  );
  expect(shown).toEqual(months);
  expect(seen.blockedTeamDaysByMonth).toHaveLength(12);
  expect(seen.blockedTeamDaysByMonth.at(-1)?.month).toBe(today.toISOString().slice(0, 7));
  const sum = (of: Record<string, number>): number => Object.values(of).reduce((total, days) => total + days, 0);
  expect(seen).toMatchObject({
    openCount: 2,
    pastCount: 4,
    blockedTeamDays: 2 * sum(workingDays(long, today)) + sum(workingDays(short, end)),
    blockedTeamDaysPerDay: 2,
    resolvedCount: 2,
    medianHoursToResolve: ((80 + 20) * 24) / 2,
  });
  expect(await numbersOf('quiet')).toMatchObject({
    openCount: 0,
    pastCount: 0,
    blockedTeamDays: 0,
    resolvedCount: 0,
    medianHoursToResolve: null,
    openImpediments: { totalCount: 0, edges: [] },
  });
});

test('a holiday of the past is no blocked day any more: cost is counted by the calendar of today', async () => {
  const before = await numbersOf('office');
  const month = before.blockedTeamDaysByMonth.at(-3)?.month ?? '';
  const workday = Array.from({ length: 28 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).find(
    (day) => new Date(day).getUTCDay() % 6 !== 0,
  );
  await story.house.query('update organizations set holidays = array[$2::date] where organization_id = $1', [
    story.house.id,
    workday,
  ]);
  const after = await numbersOf('office');
  expect(after.blockedTeamDays).toBe(before.blockedTeamDays - 1);
  expect(after.blockedTeamDaysByMonth.at(-3)?.blockedTeamDays).toBe(
    (before.blockedTeamDaysByMonth.at(-3)?.blockedTeamDays ?? 0) - 1,
  );
});

test('what comes back three times in two quarters recurs, by category; a duplicate is the same once more', async () => {
  const recent = { raisedAt: daysAgo(20).toISOString() };
  await inHistory(story, async (history, tx) => {
    const [first] = await history.insert(tx, [raised('back', { ...recent, title: 'First' })]);
    await history.insert(tx, [
      resolved('back', daysAgo(14).toISOString(), daysAgo(7).toISOString(), { title: 'Second' }),
      raised('back', {
        ...recent,
        state: 'DUPLICATE',
        duplicateOfId: first?.id ?? '',
        endedAt: daysAgo(1).toISOString(),
      }),
      raised('back', { raisedAt: daysAgo(400).toISOString(), title: 'Long ago' }),
      raised('back', { ...recent, category: 'PEOPLE', title: 'Another category' }),
    ]);
  });
  expect((await numbersOf('back')).recurring).toEqual([]);
  await inHistory(story, (history, tx) =>
    history.insert(tx, [raised('back', { raisedAt: new Date().toISOString(), title: 'Third' })]),
  );
  const week = workingDays(daysAgo(14), daysAgo(7));
  const since = workingDays(daysAgo(20), daysAgo(0));
  const sum = [...Object.values(week), ...Object.values(since)].reduce((total, days) => total + days, 0);
  expect((await numbersOf('back')).recurring).toMatchObject([
    {
      category: 'TOOLING',
      times: 3,
      blockedTeamDays: sum,
      impediments: [{ title: 'First' }, { title: 'Second' }, { title: 'Third' }],
    },
  ]);
});

test('open and past ones page by page, each once, latest change first', async () => {
  await inHistory(story, (history, tx) =>
    history.insert(
      tx,
      Array.from({ length: 8 }, (_, index) =>
        raised('quiet', { title: `Quiet ${index}`, raisedAt: `2026-02-0${index + 1}T09:00:00Z` }),
      ),
    ),
  );
  const titles: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const reply: GraphqlReply<{ source: Numbers }> = await app.graphql<{ source: Numbers }>(
      story.dev.cookie,
      `query($after: String) { source(id: "Source_${ids.get('quiet') ?? ''}") { openImpediments(first: 3, after: $after) { ${PAGE} } } }`,
      { after },
    );
    const page: Page | undefined = reply.data?.source.openImpediments;
    titles.push(...(page?.edges ?? []).map(({ node }) => node.title));
    more = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
    expect(page?.totalCount).toBe(8);
  }
  expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1, 0].map((index) => `Quiet ${index}`));
});

/** How many statements ran while `work` did, without begin and commit. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  await work();
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  return count;
}

test('a list with everything about 2,000 impediments of 40 sources takes as many statements as about a few of four', async () => {
  const list = (): Promise<unknown> =>
    app.graphql(story.dev.cookie, `{ sources(order: COST, first: 500) { ${NUMBERS} } }`);
  const page = (): Promise<unknown> => numbersOf('crowd');
  const some = Array.from({ length: 3 }, () => raised('crowd', { raisedAt: daysAgo(1).toISOString() }));
  await inHistory(story, (history, tx) =>
    history.insert(tx, [...some, resolved('crowd', '2026-01-05T09:00:00Z', '2026-01-06T09:00:00Z')]),
  );
  const few = [await statements(list), await statements(page)];
  const names = Array.from({ length: 40 }, (_, index) => `Vendor ${index}`);
  const vendors = await record(story, names);
  await inHistory(story, (history, tx) =>
    history.insert(
      tx,
      Array.from({ length: 2_000 }, (_, index) => {
        const sourceId = (index % 2 ? vendors.get(`vendor ${index % 40}`) : ids.get('crowd')) ?? null;
        const raisedAt = daysAgo(10 + (index % 300)).toISOString();
        return index % 3 === 0
          ? raised('crowd', { sourceId, raisedAt, affectedTeamIds: [story.otherTeam.id] })
          : resolved('crowd', raisedAt, daysAgo(index % 10).toISOString(), { sourceId });
      }),
    ),
  );
  expect([await statements(list), await statements(page)]).toEqual(few);
  const from = performance.now();
  const reply = await app.graphql<{ sources: Numbers[] }>(
    story.dev.cookie,
    `{ sources(order: COST, first: 2) { ${NUMBERS} } }`,
  );
  expect(performance.now() - from).toBeLessThan(30_000);
  expect(reply.data?.sources[0]).toMatchObject({ name: 'Crowd', openCount: 337, pastCount: 667 });
  expect(reply.data?.sources[0]?.openImpediments).toMatchObject({ totalCount: 337, pageInfo: { hasNextPage: true } });
  expect(reply.text).not.toContain('Canary');
});

test('a board asks for the sources of all its cards at once', async () => {
  const board = (): Promise<number> =>
    statements(() =>
      app.graphql(
        story.dev.cookie,
        '{ impedimentBoard { impediments { id source { name openCount contactPerson { name } blockedTeamDaysByMonth { month } } } } }',
      ),
    );
  expect(await board()).toBeLessThanOrEqual(20);
});
