import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import {
  daysBetween,
  dice,
  everAffected,
  HOLIDAYS,
  isBlocked,
  isWorkingDay,
  tell,
  type Told,
} from '../../../../test/told-impediments.js';
import { writeTold } from '../../../../test/write-told.js';
import { Tx } from '../../../platform/database/tx.js';
import { type HistoricImpediment, ImpedimentHistory } from '../impediment-history.js';

const DAY = 86_400_000;
const TEAMS = 6;
const AREAS = 3;
const MAP = `{ bottleneckMap { total { blockedTeamDays impedimentCount } sources { source { name } bottlenecks { area { name } blockedTeamDays impedimentCount recurring } }
  recurrences { source { name } category times blockedTeamDays } } }`;

interface Map_ {
  total: { blockedTeamDays: number; impedimentCount: number };
  sources: { source: { name: string }; bottlenecks: (Omit<Cell, 'source' | 'area'> & { area: { name: string } })[] }[];
  recurrences: { source: { name: string }; category: string; times: number; blockedTeamDays: number }[];
}
interface Cell {
  source: string;
  area: string;
  blockedTeamDays: number;
  impedimentCount: number;
  recurring: boolean;
}

let app: TestApp;
let story: ImpedimentStory;
const teamIds: string[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  const { house } = story;
  await house.query('update organizations set holidays = $1::date[]', [HOLIDAYS]);
  const areas: string[] = [];
  for (let area = 0; area < AREAS; area += 1) areas.push(await house.areaNamed(`Area ${area}`));
  for (let team = 0; team < TEAMS; team += 1) teamIds.push((await house.team(`Team ${team}`, areas[team % AREAS])).id);
});
afterAll(() => app?.stop());

async function map(): Promise<Map_> {
  const reply = await app.graphql<{ bottleneckMap: Map_ }>(story.dev.cookie, MAP);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.bottleneckMap;
}

function cellsOf({ sources }: Map_): Cell[] {
  return sources
    .flatMap(({ source, bottlenecks }) =>
      bottlenecks.map(({ area, ...cell }) => ({ source: source.name, area: area.name, ...cell })),
    )
    .toSorted((one, other) => `${one.source} ${one.area}`.localeCompare(`${other.source} ${other.area}`));
}

/** The first moment of the quarter before this one; the organization is at UTC. */
function firstMoment(now: number): number {
  const today = new Date(now);
  return Date.UTC(today.getUTCFullYear(), Math.floor(today.getUTCMonth() / 3) * 3 - 3, 1);
}

/** Day by day: which teams were blocked when the working day began? */
function cellsByHand(told: readonly Told[], now: number): Cell[] {
  const from = firstMoment(now);
  const cells = new Map<string, { cell: Cell; of: Set<Told> }>();
  for (const one of told) {
    for (const team of everAffected(one)) {
      for (let midnight = from; midnight <= now; midnight += DAY) {
        if (!isWorkingDay(midnight) || !isBlocked(one, team, midnight)) continue;
        const [source, area] = [`Source ${one.source}`, `Area ${team % AREAS}`];
        const empty = { source, area, blockedTeamDays: 0, impedimentCount: 0, recurring: false };
        const { cell, of } = cells.get(`${source} ${area}`) ?? { cell: empty, of: new Set<Told>() };
        cell.blockedTeamDays += 1;
        cell.impedimentCount = of.add(one).size;
        cell.recurring = againByHand([...of], now).length > 0;
        cells.set(`${source} ${area}`, { cell, of });
      }
    }
  }
  return [...cells].toSorted(([one], [other]) => one.localeCompare(other)).map(([, { cell }]) => cell);
}

function againByHand(told: readonly Told[], now: number): { source: number; category: string; of: Told[] }[] {
  const recent = told.filter(({ raisedAt }) => raisedAt >= firstMoment(now) && raisedAt <= now);
  const kinds = new Map<string, { source: number; category: string; of: Told[] }>();
  for (const one of recent) {
    const key = `${one.source} ${one.category}`;
    const kind = kinds.get(key) ?? { source: one.source, category: one.category, of: [] };
    kind.of.push(one);
    kinds.set(key, kind);
  }
  return [...kinds.values()].filter(({ of }) => of.length >= 3);
}

test('says what somebody finds who counts by hand, over sixty random histories', async () => {
  const roll = dice(11);
  const told = Array.from({ length: 60 }, (_, index) => tell(roll, index + 1, TEAMS));
  await writeTold(story.house, told, teamIds, story.dev.id);
  const found = await map();
  const now = Date.now();
  const mine = cellsByHand(told, now);
  expect(mine.length).toBeGreaterThan(5);
  expect(daysBetween(firstMoment(now), now)).toBeGreaterThan(0);
  expect(cellsOf(found)).toEqual(mine);
  expect(found.total.blockedTeamDays).toBe(mine.reduce((sum, cell) => sum + cell.blockedTeamDays, 0));
  const times = found.recurrences.map(({ source, category, times: often }) => `${source.name} ${category} ${often}`);
  expect(times.toSorted()).toEqual(
    againByHand(told, now)
      .map(({ source, category, of }) => `Source ${source} ${category} ${of.length}`)
      .toSorted(),
  );
});

/** How many statements ran while `work` did, without begin and commit. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  await work();
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  return count;
}

test('five thousand more take no more statements, and are quick', async () => {
  const list = (): Promise<unknown> =>
    app.graphql(
      story.dev.cookie,
      `{ bottleneckImpediments(first: 50) { blockedTeamDays impediments { totalCount edges { node { impediment { title owner { name } } } } } } }`,
    );
  const few = [await statements(map), await statements(list)];
  const write = <T>(work: (history: ImpedimentHistory, tx: Tx) => Promise<T>): Promise<T> =>
    app.database.transaction({ organizationId: story.house.id, cause: 'import:test' }, (tx) =>
      work(app.app.get(ImpedimentHistory), tx),
    );
  const vendors = await write((history, tx) =>
    history.ensureSources(
      tx,
      Array.from({ length: 130 }, (_, index) => ({ name: `Vendor ${index}`, kind: 'VENDOR' as const })),
    ),
  );
  const ids = [...vendors.values()];
  const start = firstMoment(Date.now());
  await write((history, tx) =>
    history.insert(
      tx,
      Array.from({ length: 5_000 }, (_, index): HistoricImpediment => {
        const raised = start + (index % 60) * DAY + (index % 7) * 3_600_000;
        const at = (days: number): string => new Date(Math.min(raised + days * DAY, Date.now())).toISOString();
        return {
          title: `Vendor ${index % 130} is late`,
          category: 'EXTERNAL',
          severity: 'LOW',
          state: 'CLOSED',
          resolution: 'Gone',
          raisedById: story.dev.id,
          ownerId: story.dev.id,
          raisingTeamId: teamIds[index % TEAMS] ?? '',
          affectedTeamIds: [teamIds[(index + 1) % TEAMS] ?? ''],
          sourceId: ids[index % 130] ?? null,
          raisedAt: at(0),
          triagedAt: at(1),
          resolvedAt: at(2 + (index % 20)),
          closedAt: at(2 + (index % 20)),
        };
      }),
    ),
  );
  expect([await statements(map), await statements(list)]).toEqual(few);
  const found = await map();
  expect(found.sources).toHaveLength(100);
  expect(found.recurrences).toHaveLength(100);
});
