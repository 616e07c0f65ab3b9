import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COUNTED, type Counted, type FoundMap, MAP } from '../../../../test/bottleneck-answers.js';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestTeam } from '../../../../test/world.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type HistoricImpediment, ImpedimentHistory } from '../impediment-history.js';

/** The first two of 2025; the third of March is a Monday. The organization is at UTC. */
const SPRING = 'quarter: "2025-Q2"';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let crane: TestTeam;
let sources: Map<string, string>;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  crane = await story.house.team('Crane', await story.house.areaNamed('Yard'));
  const named = (names: string[]) => (history: ImpedimentHistory, tx: Tx) =>
    history.ensureSources(
      tx,
      names.map((name) => ({ name, kind: 'VENDOR' as const })),
    );
  sources = await inHistory(story, named(['Gateway', 'Legal', 'Printer']));
  const foreign = await inHistory(abroad, named(['Canary']));
  await inHistory(story, async (history, tx) => {
    const [first] = await history.insert(tx, spring());
    await history.insert(tx, [
      waits('Once more', 'gateway', '2025-03-03', '2025-03-28', {
        state: 'DUPLICATE',
        duplicateOfId: first?.id ?? '',
        endedAt: '2025-03-28T09:00:00Z',
        resolvedAt: null,
        closedAt: null,
      }),
    ]);
  });
  await inHistory(abroad, (history, tx) =>
    history.insert(tx, [
      {
        ...waits('Canary', 'gateway', '2025-03-03', '2025-03-28'),
        raisedById: abroad.dev.id,
        ownerId: abroad.master.id,
        raisingTeamId: abroad.team.id,
        sourceId: foreign.get('canary') ?? null,
      },
    ]),
  );
});
afterAll(() => app?.stop());

function inHistory<T>(of: ImpedimentStory, work: (history: ImpedimentHistory, tx: Tx) => Promise<T>): Promise<T> {
  return app.database.transaction({ organizationId: of.house.id, cause: 'import:test' }, (tx) =>
    work(app.app.get(ImpedimentHistory), tx),
  );
}

/** At nine; closed on the second day unless it is null. */
function waits(
  title: string,
  source: string | null,
  from: string,
  to: string | null,
  more: Partial<HistoricImpediment> = {},
): HistoricImpediment {
  const end = to === null ? null : `${to}T09:00:00Z`;
  return {
    title,
    category: 'TOOLING',
    severity: 'LOW',
    state: to === null ? 'TRIAGED' : 'CLOSED',
    resolution: to === null ? '' : 'Gone',
    raisedById: story.dev.id,
    ownerId: story.master.id,
    raisingTeamId: story.team.id,
    sourceId: source === null ? null : (sources.get(source) ?? null),
    raisedAt: `${from}T09:00:00Z`,
    triagedAt: `${from}T10:00:00Z`,
    resolvedAt: end,
    closedAt: end,
    ...more,
  };
}

function spring(): HistoricImpediment[] {
  const [both, yard] = [{ affectedTeamIds: [crane.id, story.otherTeam.id] }, { raisingTeamId: crane.id }];
  const event = (name: 'resolved' | 'reopened' | 'raised', day: string) =>
    ({ event: `impediment.${name}`, at: `${day}T09:00:00Z` }) as const;
  return [
    // Two days for two teams of the first area, and for one of the yard.
    waits('Both areas', 'gateway', '2025-03-03', '2025-03-05', both),
    // Wednesday to Friday are in the quarters: the year began on a Wednesday.
    waits('From the year before', 'gateway', '2024-12-30', '2025-01-03', yard),
    // Only the last day of June, a Monday.
    waits('Into the next', 'gateway', '2025-06-27', '2025-07-03'),
    // A pause of its clock is none of the waiting: Friday and Monday, and so on after these quarters.
    waits('Still there', 'legal', '2025-06-26', null, {
      category: 'PROCESS',
      paused: { at: '2025-06-26T11:00:00Z', because: 'Holidays' },
    }),
    // Not the days between the two times.
    waits('Came back', 'legal', '2025-04-07', '2025-04-11', {
      category: 'PROCESS',
      reopenedCount: 1,
      events: [
        event('raised', '2025-04-07'),
        event('resolved', '2025-04-08'),
        event('reopened', '2025-04-10'),
        event('resolved', '2025-04-11'),
      ],
    }),
    waits('Nobody knows why', null, '2025-02-03', '2025-02-05'),
    ...['2025-05-05', '2025-05-12', '2025-05-19'].map((day) => waits(`Jam of ${day}`, 'printer', day, day)),
    waits('Long over', 'gateway', '2024-10-01', '2024-11-01'),
    waits('Not yet', 'gateway', '2025-07-01', '2025-07-04'),
  ];
}

async function map(given = `(${SPRING})`, of = story): Promise<FoundMap> {
  const reply = await app.graphql<{ bottleneckMap: FoundMap }>(of.dev.cookie, `{ bottleneckMap${given} { ${MAP} } }`);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.bottleneckMap;
}

function counted(given: string): Promise<GraphqlReply<{ bottleneckImpediments: Counted }>> {
  return app.graphql(story.dev.cookie, `{ bottleneckImpediments(${SPRING}${given}) { ${COUNTED} } }`);
}

async function titles(given: string): Promise<[string, number][]> {
  const reply = await counted(given);
  if (!reply.data) throw new Error(reply.text);
  const { blockedTeamDays, impediments } = reply.data.bottleneckImpediments;
  const lines = impediments.edges.map(({ node }): [string, number] => [node.impediment.title, node.blockedTeamDays]);
  expect(lines.reduce((sum, [, days]) => sum + days, 0)).toBe(blockedTeamDays);
  expect(lines).toHaveLength(impediments.totalCount);
  return lines;
}

const idOf = (source: string): string => `Source_${sources.get(source) ?? ''}`;

test('the map, as one works it out by hand', async () => {
  const found = await map();
  const marks = found.sources.flatMap(({ source, bottlenecks }) =>
    bottlenecks.map((mark) => [source.name, mark.area.name, mark.blockedTeamDays, mark.impedimentCount]),
  );
  expect(marks.toSorted()).toEqual([
    ['Gateway', 'First area', 4 + 1, 2],
    ['Gateway', 'Yard', 2 + 3, 2],
    ['Legal', 'First area', 2 + 2, 2],
  ]);
  expect(found.quarters).toEqual(['2025-Q1', '2025-Q2']);
  expect(found.sources).toMatchObject([
    { source: { name: 'Gateway' }, blockedTeamDays: 10, impedimentCount: 3, recurring: false },
    { source: { name: 'Legal' }, blockedTeamDays: 4, impedimentCount: 2, recurring: false },
  ]);
  expect(found.areas).toEqual([
    { area: { name: 'First area' }, blockedTeamDays: 9, impedimentCount: 4, recurring: false },
    { area: { name: 'Yard' }, blockedTeamDays: 5, impedimentCount: 2, recurring: false },
  ]);
  expect(found.withoutSource).toEqual({ blockedTeamDays: 2, impedimentCount: 1 });
  expect(found.total).toEqual({ blockedTeamDays: 16, impedimentCount: 6 });
  expect(found.moreSources).toBe(0);
});

test('what recurs is told whatever it costs; a mark says whether it does in the area', async () => {
  const printer = { source: { name: 'Printer' }, category: 'TOOLING', times: 3, blockedTeamDays: 0 };
  expect((await map()).recurrences).toEqual([printer]);
  const nights = [2, 3, 4].map((day, index) =>
    waits(`Jam over night ${index}`, 'printer', `2025-06-0${day}`, `2025-06-0${day + 1}`, {
      ...(index === 0 && { affectedTeamIds: [crane.id] }),
    }),
  );
  const added = await inHistory(story, (history, tx) => history.insert(tx, nights));
  const { recurrences, sources: rows, areas } = await map();
  expect(recurrences).toEqual([{ ...printer, times: 6, blockedTeamDays: 4 }]);
  const row = rows.find(({ source }) => source.name === 'Printer');
  expect(row?.recurring).toBe(true);
  expect(row?.bottlenecks.map(({ area, recurring }) => [area.name, recurring])).toEqual([
    ['First area', true],
    ['Yard', false],
  ]);
  expect(areas.map(({ recurring }) => recurring)).toEqual([true, false]);
  expect(await titles(`, sourceId: "${idOf('printer')}", category: TOOLING`)).toHaveLength(6);
  const marks = async (areaId: string): Promise<unknown[] | undefined> =>
    (
      await counted(`, sourceId: "${idOf('printer')}", areaId: "Area_${areaId}"`)
    ).data?.bottleneckImpediments.impediments.edges.map(({ node }) => [node.blockedTeamDays, node.recurring]);
  expect(await marks(story.team.areaId)).toEqual([
    [1, true],
    [1, true],
    [1, true],
  ]);
  expect(await marks(crane.areaId)).toEqual([[1, false]]);
  await story.house.query('delete from impediment_teams where impediment_id = any($1::uuid[])', [
    added.map(({ id }) => id),
  ]);
});

test('each mark opens what it counts, page by page', async () => {
  expect(await titles(`, sourceId: "${idOf('gateway')}", areaId: "Area_${crane.areaId}"`)).toEqual([
    ['From the year before', 3],
    ['Both areas', 2],
  ]);
  expect(await titles(`, sourceId: "${idOf('gateway')}"`)).toEqual([
    ['Both areas', 6],
    ['From the year before', 3],
    ['Into the next', 1],
  ]);
  expect(await titles(`, sourceId: "${idOf('gateway')}", category: TOOLING`)).toHaveLength(2);
  expect(await titles(', withoutSource: true')).toEqual([['Nobody knows why', 2]]);
  expect(await titles(`, areaId: "Area_${crane.areaId}"`)).toHaveLength(2);
  const all = await titles('');
  expect(all).toHaveLength(6);
  const paged: string[] = [];
  for (let after = ''; ;) {
    const { data } = await counted(`, first: 1${after && `, after: "${after}"`}`);
    const page = data?.bottleneckImpediments.impediments;
    paged.push(page?.edges[0]?.node.impediment.title ?? '');
    expect(data?.bottleneckImpediments.blockedTeamDays).toBe(16);
    if (!page?.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(paged).toEqual(all.map(([title]) => title));
});

test('the quarters are those where the organization is, and of its calendar', async () => {
  const before = (await map()).total.blockedTeamDays;
  const house = [story.house.id];
  // Nine in London is evening in Auckland; the last day of June there begins the next quarter earlier.
  await story.house.query(`update organizations set time_zone = 'Pacific/Auckland' where organization_id = $1`, house);
  expect((await map()).total.blockedTeamDays).toBe(before);
  await story.house.query(
    `update organizations set time_zone = 'UTC', holidays = '{2025-03-04}' where organization_id = $1`,
    house,
  );
  expect((await map()).total.blockedTeamDays).toBe(before - 3);
  await story.house.query(`update organizations set holidays = '{}' where organization_id = $1`, house);
});

test('without a quarter it is the present one and the one before', async () => {
  const now = new Date();
  const name = (at: Date): string => `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
  const earlier = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 3, 1));
  const present = await map('');
  expect(present.quarters).toEqual([name(earlier), name(now)]);
  expect(await map(`(quarter: "${name(now)}")`)).toEqual(present);
});

test.each(['2025-Q5', '2025', '', '2099-Q4', 'Q1'])('no quarter %j', async (quarter) => {
  for (const query of [
    `{ bottleneckMap(quarter: "${quarter}") { moreSources } }`,
    `{ bottleneckImpediments(quarter: "${quarter}") { blockedTeamDays } }`,
  ]) {
    const reply = await app.graphql(story.dev.cookie, query);
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'quarter', problem: 'Choose a quarter that has begun, like 2026-Q1.' }] },
    });
  }
});

test("nobody sees another organization's", async () => {
  const found = await map(`(${SPRING})`, abroad);
  expect(found.sources.map(({ source }) => source.name)).toEqual(['Canary']);
  const [theirs] = await abroad.house.query<{ id: string }>('select id from sources where organization_id = $1', [
    abroad.house.id,
  ]);
  for (const given of [`sourceId: "Source_${theirs?.id}"`, `areaId: "Area_${abroad.team.areaId}"`, 'sourceId: "x"']) {
    const reply = await counted(`, ${given}`);
    expect([given, reply.errors?.[0]?.extensions.code]).toEqual([given, 'NOT_FOUND']);
  }
  const anonymous = await app.graphql(null, `{ bottleneckMap { moreSources } }`);
  expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
