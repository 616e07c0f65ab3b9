import { groupedNumbers } from '@chapterhouse/domain/impediments/grouped-numbers';
import { impedimentNumbers } from '@chapterhouse/domain/impediments/impediment-numbers';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HistoriesInDatabase } from '../../../../test/impediment-histories.js';
import { type History, calendars, histories, knownOf } from '../../../../test/random-histories.js';
import { TestApp } from '../../../../test/test-app.js';
import type { Page } from '../../../platform/graphql/connection.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { type Counted, type CountedRow, CountedRead } from './counted.read.js';
import { IMPEDIMENT_NUMBERS } from './number-facts.js';
import { NUMBER_GROUPS, type Numbers, NumbersRead } from './numbers.read.js';

/** After all histories. */
const NOW = Date.parse('2026-07-01T12:00:00Z');

let app: TestApp;
let stored: HistoriesInDatabase;
beforeAll(async () => {
  app = await TestApp.start();
  stored = await HistoriesInDatabase.empty(app);
});
afterAll(() => app?.stop());

/** A window in days, and where its days begin: at a midnight that every zone of the test has. */
const windows = fc
  .tuple(fc.integer({ min: -40, max: 200 }), fc.integer({ min: 1, max: 250 }))
  .map(([start, length]) => {
    const day = (count: number): string =>
      new Date(Date.UTC(2026, 0, 1) + count * 86_400_000).toISOString().slice(0, 10);
    return { from: day(start), endsBefore: day(start + length) };
  });

/** A smaller counterexample is looked for no longer than this: each try tells its histories anew. */
const SOON = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true };

/** As the domain says it, without the ids. */
function counted(numbers: ReturnType<typeof impedimentNumbers>): Numbers {
  const time = ({ median, percentile85, ids }: (typeof numbers)['timeToTriage']) => ({
    count: ids.length,
    medianHours: near(median),
    percentile85Hours: near(percentile85),
  });
  const share = ({ share, ids, ofIds }: (typeof numbers)['overdue']) => ({
    count: ids.length,
    of: ofIds.length,
    share: near(share),
  });
  return {
    timeToTriage: time(numbers.timeToTriage),
    timeToResolve: time(numbers.timeToResolve),
    timeToResolveByLevel: numbers.timeToResolveByLevel.map(({ level, ...rest }) => ({ ...time(rest), level })),
    overdue: share(numbers.overdue),
    reopened: share(numbers.reopened),
    resolvedWithoutEscalation: share(numbers.resolvedWithoutEscalation),
  };
}

/** To nine digits: what is in between two ranks may differ in its last one. */
function near(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9));
}

/** What the database says, to as many digits. */
function rounded(numbers: Numbers): Numbers {
  return JSON.parse(JSON.stringify(numbers), (_, value: unknown) => (typeof value === 'number' ? near(value) : value));
}

function viewerIn(calendar: WorkingCalendar): Viewer {
  return { ...stored.viewer, now: new Date(NOW), timeZone: calendar.timeZone };
}

test('over random histories the database says of every group what the rules of the domain say', async () => {
  await fc.assert(
    fc.asyncProperty(calendars, histories, windows, async (calendar, told, window) => {
      const facts = await stored.tell(told, calendar, NOW);
      const viewer = viewerIn(calendar);
      const period = stored.periodOf(window, calendar);
      for (const by of NUMBER_GROUPS) {
        const report = await stored.read((tx) => app.app.get(NumbersRead).numbers(tx, viewer, window, by));
        expect(rounded(report.total)).toEqual(counted(impedimentNumbers(facts, calendar, period)));
        if (by === 'NONE') continue;
        const groups = groupedNumbers(facts, by, calendar, period);
        expect(new Map(report.groups.map(({ key, numbers }) => [key, rounded(numbers)]))).toEqual(
          new Map(groups.map(({ key, numbers }) => [key, counted(numbers)])),
        );
      }
    }),
    { numRuns: 40, seed: 20260701, ...SOON },
  );
});

test('each number opens exactly those that it counts, page by page, each once', async () => {
  await fc.assert(
    fc.asyncProperty(calendars, histories, windows, async (calendar, told, window) => {
      const facts = await stored.tell(told, calendar, NOW);
      const numbers = impedimentNumbers(facts, calendar, stored.periodOf(window, calendar));
      const { timeToTriage, timeToResolve, overdue, reopened, resolvedWithoutEscalation: without } = numbers;
      const all = [timeToTriage.ids, timeToResolve.ids, overdue.ofIds, reopened.ofIds, without.ofIds];
      const some = [timeToTriage.ids, timeToResolve.ids, overdue.ids, reopened.ids, without.ids];
      for (const [index, number] of IMPEDIMENT_NUMBERS.entries()) {
        expect(await listed(calendar, { ...window, number })).toEqual(all[index]?.toSorted());
        expect(await listed(calendar, { ...window, number, onlyCounted: true })).toEqual(some[index]?.toSorted());
      }
      for (const { level, ids } of numbers.timeToResolveByLevel)
        expect(await listed(calendar, { ...window, number: 'TIME_TO_RESOLVE', level })).toEqual(ids.toSorted());
    }),
    { numRuns: 10, seed: 20260702, ...SOON },
  );
});

async function listed(calendar: WorkingCalendar, asked: Counted): Promise<string[]> {
  const ids: string[] = [];
  const ranks: number[] = [];
  for (let after: string[] | null = null; ;) {
    const page: Page = { size: 3, limit: 4, after };
    const rows: CountedRow[] = await stored.read((tx) =>
      app.app.get(CountedRead).page(tx, viewerIn(calendar), asked, page),
    );
    const shown = rows.slice(0, 3);
    ids.push(...shown.map(({ id }) => id));
    ranks.push(...shown.map(({ rank }) => rank));
    const last = shown.at(-1);
    if (rows.length <= 3 || !last) break;
    after = [String(last.rank), last.id];
  }
  expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
  return ids.toSorted();
}

const WEEK: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: [],
};
const at = (days: number): number => Date.UTC(2026, 1, 2, 10) + days * 86_400_000;

function history(steps: History['steps'], raisedAt = at(0)): History {
  return { raisedAt, team: 0, source: null, clocks: 'NONE', steps };
}

async function numbersOf(told: readonly History[], calendar: WorkingCalendar, from: string, endsBefore: string) {
  await stored.tell(told, calendar, NOW);
  const asked = { from, endsBefore };
  return stored.read(async (tx) => {
    const read = app.app.get(NumbersRead);
    return (await read.numbers(tx, viewerIn(calendar), asked, 'NONE')).total;
  });
}

const RESOLVED: History['steps'] = [
  { what: 'TRIAGE', at: at(3), level: 1 },
  { what: 'RESOLVE', at: at(4) },
];

test('what was not written down as a stay is in the log: a level that was left again, and one that was taken back', async () => {
  const told: History[] = [
    history(RESOLVED),
    history([{ what: 'LEVEL', at: at(1), level: 2 }, { what: 'LEVEL', at: at(2), level: 1 }, ...RESOLVED]),
    history([{ what: 'LEVEL', at: at(1), level: 2 }, { what: 'UNDO', at: at(1) + 5_000 }, ...RESOLVED]),
  ];
  expect(told.map(knownOf).map(({ escalated }) => escalated)).toEqual([false, true, false]);
  const { resolvedWithoutEscalation: without } = await numbersOf(told, WEEK, '2026-02-01', '2026-03-01');
  expect(without).toEqual({ count: 2, of: 3, share: 2 / 3 });
});

test('an end that was taken back is none; one before a reopening stays one', async () => {
  const again: History['steps'] = [...RESOLVED, { what: 'REOPEN', at: at(8) }];
  const told: History[] = [
    history([
      { what: 'DECLINE', at: at(2) },
      { what: 'UNDO', at: at(2) + 5_000 },
    ]),
    history([...again, { what: 'RESOLVE', at: at(30) }, { what: 'UNDO', at: at(30) + 5_000 }]),
    history([{ what: 'DECLINE', at: at(2) }]),
  ];
  expect(told.map(knownOf).map(({ endedAt }) => endedAt)).toEqual([null, at(4), at(2)]);
  expect((await numbersOf(told, WEEK, '2026-02-01', '2026-03-01')).reopened).toEqual({ count: 1, of: 2, share: 0.5 });
  expect((await numbersOf(told, WEEK, '2026-03-01', '2026-04-01')).reopened).toEqual({ count: 0, of: 0, share: null });
});

test('days are those of the organization: the last minute before midnight there counts for the day before', async () => {
  const nepal = { ...WEEK, timeZone: 'Asia/Kathmandu' };
  const midnight = Date.parse('2026-02-28T18:15:00Z');
  const told = [midnight - 60_000, midnight].map((raisedAt) =>
    history([{ what: 'TRIAGE', at: raisedAt, level: 1 }], raisedAt),
  );
  expect((await numbersOf(told, nepal, '2026-02-01', '2026-03-01')).timeToTriage.count).toBe(1);
  expect((await numbersOf(told, nepal, '2026-03-01', '2026-03-02')).timeToTriage.count).toBe(1);
});
