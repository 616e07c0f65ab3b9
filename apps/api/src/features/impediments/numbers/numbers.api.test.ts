import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';
import { type HistoricImpediment, ImpedimentHistory } from '../impediment-history.js';

interface Time {
  count: number;
  medianHours: number | null;
  percentile85Hours: number | null;
}
interface Share {
  count: number;
  of: number;
  share: number | null;
}
interface Numbers {
  timeToTriage: Time;
  timeToResolve: Time;
  timeToResolveByLevel: (Time & { level: number })[];
  overdue: Share;
  reopened: Share;
  resolvedWithoutEscalation: Share;
}
interface Report {
  total: Numbers;
  groups: {
    month: string | null;
    area: { name: string } | null;
    team: { name: string } | null;
    source: { name: string } | null;
    numbers: Numbers;
  }[];
  moreGroups: number;
}
interface Counted {
  totalCount: number;
  edges: { node: { at: string; hours: number | null; counts: boolean; impediment: { title: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const TIME = 'count medianHours percentile85Hours';
const SHARE = 'count of share';
const NUMBERS = `timeToTriage { ${TIME} } timeToResolve { ${TIME} } timeToResolveByLevel { level ${TIME} }
  overdue { ${SHARE} } reopened { ${SHARE} } resolvedWithoutEscalation { ${SHARE} }`;
const REPORT = `moreGroups total { ${NUMBERS} } groups { month area { name } team { name } source { name } numbers { ${NUMBERS} } }`;
const MARCH = 'from: "2026-03-01", endsBefore: "2026-04-01"';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let sources: Map<string, string>;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  sources = await inHistory(story, (history, tx) => history.ensureSources(tx, [{ name: 'Gateway', kind: 'VENDOR' }]));
  await inHistory(story, (history, tx) => history.insert(tx, march()));
  await inHistory(abroad, (history, tx) => history.insert(tx, march(abroad)));
});
afterAll(() => app?.stop());

function inHistory<T>(of: ImpedimentStory, work: (history: ImpedimentHistory, tx: Tx) => Promise<T>): Promise<T> {
  return app.database.transaction({ organizationId: of.house.id, cause: 'import:test' }, (tx) =>
    work(app.app.get(ImpedimentHistory), tx),
  );
}

/** Monday to Friday, nine to five, at UTC; the second of March 2026 is a Monday. */
function march(of: ImpedimentStory = story): HistoricImpediment[] {
  const base = { category: 'TOOLING', severity: 'LOW', raisedById: of.dev.id, ownerId: of.master.id } as const;
  const gone = { state: 'CLOSED', resolution: 'Gone' } as const;
  const source = of === story ? (sources.get('gateway') ?? null) : null;
  return [
    {
      ...base,
      ...gone,
      title: 'Quick',
      raisingTeamId: of.team.id,
      sourceId: source,
      raisedAt: '2026-03-02T09:00:00Z',
      levelSince: '2026-03-02T09:00:00Z',
      triagedAt: '2026-03-02T11:00:00Z',
      resolvedAt: '2026-03-03T09:00:00Z',
      closedAt: '2026-03-04T09:00:00Z',
    },
    {
      ...base,
      ...gone,
      title: 'Long',
      raisingTeamId: of.otherTeam.id,
      level: 2,
      raisedAt: '2026-03-02T09:00:00Z',
      levelSince: '2026-03-06T09:00:00Z',
      triagedAt: '2026-03-02T15:00:00Z',
      resolvedAt: '2026-03-13T17:00:00Z',
      closedAt: '2026-03-13T17:00:00Z',
      reopenedCount: 1,
    },
    {
      ...base,
      state: 'TRIAGED',
      title: 'Later',
      raisingTeamId: of.team.id,
      raisedAt: '2026-04-01T09:00:00Z',
      triagedAt: '2026-04-01T10:00:00Z',
    },
  ];
}

async function report(given: string): Promise<Report> {
  const reply = await app.graphql<{ impedimentNumbers: Report }>(
    story.dev.cookie,
    `{ impedimentNumbers(${given}) { ${REPORT} } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.impedimentNumbers;
}

function counted(given: string): Promise<GraphqlReply<{ impedimentsCounted: Counted }>> {
  return app.graphql(
    story.dev.cookie,
    `{ impedimentsCounted(${given}) { totalCount pageInfo { hasNextPage endCursor } edges { node { at hours counts impediment { title } } } } }`,
  );
}

test('the numbers of a month, as one works them out by hand', async () => {
  const { total, groups, moreGroups } = await report(`by: TEAM, ${MARCH}`);
  expect(total).toEqual({
    timeToTriage: { count: 2, medianHours: 4, percentile85Hours: 2 + 0.85 * 4 },
    timeToResolve: { count: 2, medianHours: 44, percentile85Hours: 8 + 0.85 * 72 },
    timeToResolveByLevel: [
      { level: 1, count: 1, medianHours: 8, percentile85Hours: 8 },
      { level: 2, count: 1, medianHours: 80, percentile85Hours: 80 },
    ],
    // The long one had 16 hours at the first level, and was there for four days.
    overdue: { count: 1, of: 2, share: 0.5 },
    reopened: { count: 1, of: 2, share: 0.5 },
    resolvedWithoutEscalation: { count: 1, of: 2, share: 0.5 },
  });
  expect(groups.map(({ team, numbers }) => [team?.name, numbers.timeToResolve.medianHours]).toSorted()).toEqual([
    ['Ledger', 80],
    ['Payments', 8],
  ]);
  expect(moreGroups).toBe(0);
});

test('without data there is no number, rather than a zero', async () => {
  const { total, groups } = await report('by: MONTH, from: "2020-01-01", endsBefore: "2020-02-01"');
  const nothing: Time = { count: 0, medianHours: null, percentile85Hours: null };
  const none: Share = { count: 0, of: 0, share: null };
  expect(total).toEqual({
    timeToTriage: nothing,
    timeToResolve: nothing,
    timeToResolveByLevel: [],
    overdue: none,
    reopened: none,
    resolvedWithoutEscalation: none,
  });
  expect(groups).toEqual([]);
});

test('by month, source and area, each named; those without a source have no name', async () => {
  const months = await report('by: MONTH, from: "2026-01-01", endsBefore: "2027-01-01"');
  expect(months.groups.map(({ month, numbers }) => [month, numbers.timeToTriage.count])).toEqual([
    ['2026-03', 2],
    ['2026-04', 1],
  ]);
  const bySource = await report(`by: SOURCE, ${MARCH}`);
  expect(bySource.groups.map(({ source }) => source?.name ?? null).toSorted()).toEqual(['Gateway', null]);
  const byArea = await report(`by: AREA, ${MARCH}, teamId: "Team_${story.team.id}"`);
  expect(byArea.groups.map(({ area, numbers }) => [area?.name, numbers.overdue.of])).toEqual([['First area', 1]]);
  expect(
    (await report(`by: NONE, ${MARCH}, sourceId: "Source_${sources.get('gateway') ?? ''}"`)).total.overdue,
  ).toEqual({
    count: 0,
    of: 1,
    share: 0,
  });
});

test('a number opens what it counts: the longest first, page by page', async () => {
  const first = await counted(`number: TIME_TO_RESOLVE, ${MARCH}, first: 1`);
  expect(first.data?.impedimentsCounted).toMatchObject({
    totalCount: 2,
    edges: [{ node: { hours: 80, at: '2026-03-13T17:00:00.000Z', counts: true, impediment: { title: 'Long' } } }],
    pageInfo: { hasNextPage: true },
  });
  const after = first.data?.impedimentsCounted.pageInfo.endCursor;
  const second = await counted(`number: TIME_TO_RESOLVE, ${MARCH}, first: 1, after: "${after}"`);
  expect(second.data?.impedimentsCounted).toMatchObject({
    totalCount: 2,
    edges: [{ node: { hours: 8, impediment: { title: 'Quick' } } }],
    pageInfo: { hasNextPage: false },
  });
  const all = await counted(`number: OVERDUE, ${MARCH}`);
  expect(all.data?.impedimentsCounted.edges.map(({ node }) => node.hours)).toEqual([null, null]);
  const titles = async (more: string): Promise<string[] | undefined> =>
    (await counted(`${MARCH}, ${more}`)).data?.impedimentsCounted.edges.map(({ node }) => node.impediment.title);
  expect(await titles('number: OVERDUE, onlyCounted: true')).toEqual(['Long']);
  expect(await titles('number: TIME_TO_RESOLVE, level: 1')).toEqual(['Quick']);
  expect(await titles('number: TIME_TO_TRIAGE, withoutSource: true')).toEqual(['Long']);
  expect(await titles(`number: REOPENED, teamId: "Team_${story.team.id}"`)).toEqual(['Quick']);
});

test.each([
  ['by: NONE, from: "2026-03-01", endsBefore: "2026-03-01"', 'Let the window end after it begins.'],
  ['by: NONE, from: "2016-03-01", endsBefore: "2026-03-02"', 'Ask for 10 years at most.'],
])('%s is refused: %s', async (given, problem) => {
  const reply = await app.graphql(story.dev.cookie, `{ impedimentNumbers(${given}) { moreGroups } }`);
  expect(reply.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'endsBefore', problem }] },
  });
});

test.each([
  'first: 0',
  'first: 101',
  'after: "bm9uZQ"',
  `after: "${Buffer.from('["NaN","x"]').toString('base64url')}"`,
])('a list asked for with %s is refused', async (given) => {
  const reply = await counted(`number: OVERDUE, ${MARCH}, ${given}`);
  expect(reply.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});

test("nobody sees another organization's: its ids are not found, and its impediments count nowhere here", async () => {
  const foreign = [`teamId: "Team_${abroad.team.id}"`, `areaId: "Area_${abroad.team.areaId}"`];
  const random = [`teamId: "Team_00000000-0000-7000-8000-000000000000"`, 'areaId: "Team_x"', 'sourceId: "x"'];
  for (const given of [...foreign, ...random]) {
    for (const query of [
      `{ impedimentNumbers(by: TEAM, ${MARCH}, ${given}) { moreGroups } }`,
      `{ impedimentsCounted(number: REOPENED, ${MARCH}, ${given}) { totalCount } }`,
    ]) {
      const reply = await app.graphql(story.dev.cookie, query);
      expect([query, reply.errors?.[0]?.extensions.code]).toEqual([query, 'NOT_FOUND']);
    }
  }
  const total = await app.graphql<{ impedimentNumbers: Report }>(
    abroad.dev.cookie,
    `{ impedimentNumbers(by: TEAM, ${MARCH}) { ${REPORT} } }`,
  );
  expect(total.data?.impedimentNumbers.total.overdue.of).toBe(2);
  const anonymous = await app.graphql(null, `{ impedimentNumbers(by: TEAM, ${MARCH}) { moreGroups } }`);
  expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

/** How many statements ran while `work` did, without begin and commit. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  await work();
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  return count;
}

test('two thousand more take no more statements, and come over as numbers', async () => {
  const asked = (by: string): (() => Promise<Report>) => {
    return () => report(`by: ${by}, from: "2024-01-01", endsBefore: "2027-01-01"`);
  };
  const list = (): Promise<unknown> => counted(`number: TIME_TO_RESOLVE, from: "2024-01-01", endsBefore: "2027-01-01"`);
  const all = [asked('TEAM'), asked('SOURCE'), asked('MONTH'), list];
  const few: number[] = [];
  for (const work of all) few.push(await statements(work));
  const teams = await Promise.all(Array.from({ length: 30 }, (_, index) => story.house.team(`Team ${index}`)));
  const vendors = await inHistory(story, (history, tx) =>
    history.ensureSources(
      tx,
      Array.from({ length: 230 }, (_, index) => ({ name: `Vendor ${index}`, kind: 'VENDOR' as const })),
    ),
  );
  const ids = [...vendors.values()];
  const [quick] = march();
  await inHistory(story, (history, tx) =>
    history.insert(
      tx,
      Array.from({ length: 2_000 }, (_, index) => {
        const raised = Date.UTC(2024, 0, 1) + index * 9 * 3_600_000;
        const at = (hours: number): string => new Date(raised + hours * 3_600_000).toISOString();
        return {
          ...(quick as HistoricImpediment),
          raisingTeamId: teams[index % 30]?.id ?? story.team.id,
          sourceId: ids[index % 230] ?? null,
          raisedAt: at(0),
          levelSince: at(0),
          triagedAt: at(index % 20),
          resolvedAt: at(20 + (index % 300)),
          closedAt: at(400),
        };
      }),
    ),
  );
  const many: number[] = [];
  for (const work of all) many.push(await statements(work));
  expect(many).toEqual(few);
  const bySource = await asked('SOURCE')();
  expect([bySource.groups.length, bySource.moreGroups]).toEqual([200, 32]);
  expect(bySource.total.timeToResolve.count).toBe(2_002);
});
