import { expect } from '@jest/globals';
import { type AnsweredGroup, AnsweredNumbers } from './answered-numbers.js';
import type { Asked, Calculated, CountedRow, GroupColumn, IndependentCalculation } from './independent-calculation.js';

const GROUPS: [AnsweredGroup, GroupColumn][] = [
  ['AREA', 'area_id'],
  ['TEAM', 'team_id'],
  ['SOURCE', 'source_id'],
  ['MONTH', 'month'],
];
export const NUMBERS = ['TIME_TO_TRIAGE', 'TIME_TO_RESOLVE', 'OVERDUE', 'REOPENED', 'RESOLVED_WITHOUT_ESCALATION'];

/** What was compared, so that a test can demand that it was not nothing. */
export interface Compared {
  numbers: number;
  listed: number;
}

/** Compares every number, whole and in all groups, and the list behind each, of one window. */
export async function expectAgreement(
  answered: AnsweredNumbers,
  calculated: IndependentCalculation,
  window: Asked,
): Promise<Compared> {
  const total = await calculated.numbers(window);
  expect(text(await answered.total(window))).toEqual(about(text(total)));
  let numbers = total.length;
  for (const [by, column] of GROUPS) {
    const expected = await calculated.numbers(window, column);
    const { lines, order } = await answered.groups(window, by);
    expect({ by, lines: text(lines) }).toEqual({ by, lines: about(text(expected)) });
    expect(new Set(order).size).toBe(order.length);
    if (by === 'MONTH') expect(order).toEqual([...order].sort());
    numbers += expected.length;
  }
  const listed = await expectLists(answered, calculated, window);
  return { numbers, listed };
}

/** Asked for one area, team or source alone: the same as the group says, and lists of that many. */
export async function expectGroupsAlone(
  answered: AnsweredNumbers,
  calculated: IndependentCalculation,
  window: Asked,
): Promise<number> {
  let compared = 0;
  for (const [column, name] of [
    ['area_id', 'areaId'],
    ['team_id', 'teamId'],
    ['source_id', 'sourceId'],
  ] as const) {
    const all = await calculated.numbers(window, column);
    for (const group of new Set(all.map((line) => line.group))) {
      const lines = all.filter((line) => line.group === group);
      if (group !== 'none') {
        const alone = { ...window, [name]: group };
        const whole = lines.map((line) => ({ ...line, group: 'all' }));
        expect({ [name]: group, lines: text(await answered.total(alone)) }).toEqual({
          [name]: group,
          lines: about(text(whole)),
        });
      }
      const [scope, more] = group === 'none' ? [window, 'withoutSource: true'] : [{ ...window, [name]: group }, ''];
      for (const { number, level, of, counted } of lines) {
        const atLevel = level === null ? more : `${more} level: ${level}`;
        const found = [
          await answered.count(number, scope, atLevel),
          await answered.count(number, scope, `${atLevel} onlyCounted: true`),
        ];
        expect({ group, number, level, found }).toEqual({ group, number, level, found: [of, counted] });
        compared += 1;
      }
    }
  }
  return compared;
}

/** Each list row by row: which impediments, when, how long, whether they count, and in which order. */
async function expectLists(
  answered: AnsweredNumbers,
  calculated: IndependentCalculation,
  window: Asked,
): Promise<number> {
  let listed = 0;
  for (const number of NUMBERS) {
    const expected = await calculated.list(number, window);
    const { totalCount, rows } = await answered.list(number, window);
    expect({ number, rows: rowTexts(rows) }).toEqual({ number, rows: about(rowTexts(expected)) });
    expect({ number, totalCount }).toEqual({ number, totalCount: expected.length });
    const sortedBy = rows.map(({ at, hours }) => hours ?? at);
    expect(sortedBy).toEqual([...sortedBy].sort((a, b) => b - a));

    const counting = expected.filter(({ counts }) => counts);
    const only = await answered.list(number, window, 'onlyCounted: true');
    expect({ number, rows: rowTexts(only.rows) }).toEqual({ number, rows: about(rowTexts(counting)) });
    expect(only.totalCount).toBe(counting.length);
    listed += expected.length;
  }
  return listed;
}

interface Said {
  what: string;
  hours: unknown[];
}

function text(lines: readonly Calculated[]): Said[] {
  return sorted(
    lines.map(({ group, number, level, of, counted, median, percentile85 }) => ({
      what: `${group} ${number}${level === null ? '' : ` at ${level}`}: ${counted} of ${of}`,
      hours: [median, percentile85],
    })),
  );
}

function rowTexts(rows: readonly CountedRow[]): Said[] {
  return sorted(
    rows.map((row) => ({
      what: `${row.key} ${row.id} ${new Date(row.at).toISOString()} ${row.counts}`,
      hours: [row.hours],
    })),
  );
}

/** The same, whatever the last digits of its floating point numbers are. */
function about(said: Said[]): Said[] {
  return said.map(({ what, hours }) => ({
    what,
    hours: hours.map((value) => (typeof value === 'number' ? expect.closeTo(value, 3) : value)),
  }));
}

function sorted(said: Said[]): Said[] {
  return said.sort((a, b) => (a.what < b.what ? -1 : 1));
}
