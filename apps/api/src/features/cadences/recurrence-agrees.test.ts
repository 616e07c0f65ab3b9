import { momentOf } from '@chapterhouse/domain/cadences/wall-clock';
import { firstStart, nextStarts, startsBetween } from '@chapterhouse/domain/cadences/recurrence';
import { readRule, type Rule, WEEKDAYS, writeRule } from '@chapterhouse/domain/cadences/rule-text';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';

/**
 * Two roads to the same dates: ours, and ical.js with luxon. What they share is only the time zone database of this Node.
 */

const COUNT = 20;
const RUNS = 3000;
const WALKS = 600;
const WALKED_DAYS = 800;
/** Clocks that are set by an hour, by half an hour, at midnight, in the other half of the year, and never. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Havana',
  'UTC',
];

const weekday = fc.constantFrom(...WEEKDAYS);
const days = (nth: fc.Arbitrary<number | null>): fc.Arbitrary<Rule['byDay']> =>
  fc.uniqueArray(fc.record({ weekday, nth }), {
    minLength: 1,
    maxLength: 4,
    selector: (day) => `${day.nth}${day.weekday}`,
  });
const everyOne = fc.constant(null);
const none = fc.constant<never[]>([]);
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const monthDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })), {
  minLength: 1,
  maxLength: 4,
});
const nth = fc.constantFrom(-5, -2, -1, 1, 2, 3, 4, 5);

/** Days of a rule, by how often it is. */
const DAYS: fc.Arbitrary<Pick<Rule, 'frequency' | 'byDay' | 'byMonthDay' | 'byMonth' | 'bySetPos'>> = fc.oneof(
  fc.record({
    frequency: fc.constant('DAILY' as const),
    byDay: fc.oneof(none, days(everyOne)),
    byMonthDay: none,
    byMonth: fc.oneof(none, months),
    bySetPos: none,
  }),
  fc.record({
    frequency: fc.constant('WEEKLY' as const),
    byDay: fc.oneof(none, days(everyOne)),
    byMonthDay: none,
    byMonth: fc.oneof(none, months),
    bySetPos: none,
  }),
  fc.record({
    frequency: fc.constant('MONTHLY' as const),
    byDay: fc.oneof(none, days(everyOne), days(nth)),
    byMonthDay: none,
    byMonth: fc.oneof(none, months),
    bySetPos: none,
  }),
  fc.record({
    frequency: fc.constant('MONTHLY' as const),
    byDay: fc.oneof(none, days(everyOne)),
    byMonthDay: monthDays,
    byMonth: fc.oneof(none, months),
    bySetPos: none,
  }),
  fc.record({
    frequency: fc.constant('MONTHLY' as const),
    byDay: days(everyOne),
    byMonthDay: none,
    byMonth: fc.oneof(none, months),
    bySetPos: fc.uniqueArray(fc.constantFrom(-2, -1, 1, 2, 3), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    frequency: fc.constant('YEARLY' as const),
    byDay: fc.oneof(none, days(everyOne), days(nth)),
    byMonthDay: none,
    byMonth: months,
    bySetPos: none,
  }),
  fc.record({
    frequency: fc.constant('YEARLY' as const),
    byDay: none,
    byMonthDay: monthDays,
    byMonth: months,
    bySetPos: none,
  }),
);

const ENDS = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ count: null, until: null }) },
  { weight: 1, arbitrary: fc.record({ count: fc.integer({ min: 1, max: 60 }), until: fc.constant(null) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      count: fc.constant(null),
      until: fc.integer({ min: 0, max: 1500 }).map((later) => dayAfter('2024-01-01', later)),
    }),
  },
);

const RULES: fc.Arbitrary<Rule> = fc
  .record({
    days: DAYS,
    ends: ENDS,
    interval: fc.oneof(
      { weight: 2, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
    ),
    weekStart: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: weekday }),
  })
  .map(({ days: which, ends, interval, weekStart }) => ({ ...which, ...ends, interval, weekStart }));

const STARTS = fc
  .record({ day: fc.integer({ min: 0, max: 1400 }), minute: fc.integer({ min: 0, max: 24 * 60 - 1 }) })
  .map(({ day, minute }) => `${dayAfter('2024-01-01', day)}T${clock(minute)}`);

describe('our dates', () => {
  it(`are those of another library for ${RUNS} random rules, starts and zones`, () => {
    let dates = 0;
    fc.assert(
      fc.property(RULES, STARTS, fc.constantFrom(...ZONES), (rule, from, zone) => {
        const text = asKept(rule, from, zone);
        // A series begins with a date of its rule: the other library would take any start for one.
        const start = firstStart(text, from);
        fc.pre(start !== null && isReadByBoth(rule, start));
        if (start === null) return;
        const all = nextStarts({ rule: text, startsAt: start, endsBefore: null }, start, COUNT);
        const ours = all.filter((at) => at < `${HORIZON}-`);
        expect(ours).toEqual(theirs(text, start));
        expect(ours.map((at) => momentOf(at, zone))).toEqual(ours.map((at) => theirMoment(at, zone)));
        dates += ours.length;
      }),
      { numRuns: RUNS, seed: 20260303 },
    );
    expect(dates).toBeGreaterThan(RUNS * 8);
  });

  it(`are those of a walk over every day for ${WALKS} random rules`, () => {
    fc.assert(
      fc.property(RULES, STARTS, (rule, from) => {
        const text = asKept(rule, from, 'UTC');
        const start = firstStart(text, from);
        fc.pre(start !== null);
        if (start === null) return;
        const last = `${dayAfter(start.slice(0, 10), WALKED_DAYS)}T00:00`;
        expect(startsBetween({ rule: text, startsAt: start, endsBefore: null }, start, last)).toEqual(
          walked(rule, start),
        );
      }),
      { numRuns: WALKS, seed: 20260304 },
    );
  });
});

/**
 * Whether the other library is right about it. Of a month of some months only it goes back in time, it takes a Friday
 * counted from the 13th to last day for another, of a year 30 February for 1 March, it counts
 * a day twice that is the third and the last but one, and it counts from the end of the wrong
 * month: those are left to the walk.
 */
function isReadByBoth({ frequency, byDay, byMonth, byMonthDay }: Rule, start: string): boolean {
  if (frequency === 'MONTHLY') return byMonth.length === 0 && (byDay.length === 0 || byMonthDay.length === 0);
  if (frequency !== 'YEARLY') return true;
  return byDay.length < 2 && [...byMonthDay, dateOf(start)].every((day) => day > 0 && day <= 28);
}

/** By the words of RFC 5545 alone: every day is asked whether it is one. */
function walked(rule: Rule, start: string): string[] {
  const found: string[] = [];
  const [first, time] = [start.slice(0, 10), start.slice(11)];
  const isIn = memberOf(rule, first);
  for (let later = 0, taken = 0; later < WALKED_DAYS; later++) {
    const day = dayAfter(first, later);
    if (rule.until !== null && day > rule.until) break;
    if (!isIn(day)) continue;
    taken += 1;
    if (rule.count !== null && taken > rule.count) break;
    found.push(`${day}T${time}`);
  }
  return found;
}

function memberOf(rule: Rule, first: string): (day: string) => boolean {
  const { bySetPos } = rule;
  if (bySetPos.length === 0) return (day) => isInPeriod(rule, first, day) && isDayOf(rule, first, day);
  const places = new Map<string, string[]>();
  return (day) => {
    if (!isInPeriod(rule, first, day)) return false;
    const month = day.slice(0, 7);
    const known = places.get(month) ?? daysOfMonth(month).filter((one) => isDayOf(rule, first, one));
    places.set(month, known);
    return bySetPos.some((place) => known.at(place > 0 ? place - 1 : place) === day);
  };
}

/** Whether its day, week, month or year is one of those that the interval leaves. */
function isInPeriod({ frequency, interval, weekStart }: Rule, first: string, day: string): boolean {
  if (frequency === 'DAILY') return daysBetween(first, day) % interval === 0;
  if (frequency === 'MONTHLY') return (monthIndex(day) - monthIndex(first)) % interval === 0;
  if (frequency === 'YEARLY') return (Number(day.slice(0, 4)) - Number(first.slice(0, 4))) % interval === 0;
  const begin = dayAfter(first, -((weekdayIndex(first) - WEEKDAYS.indexOf(weekStart ?? 'MO') + 7) % 7));
  return Math.floor(daysBetween(begin, day) / 7) % interval === 0;
}

function isDayOf({ frequency, byDay, byMonth, byMonthDay }: Rule, first: string, day: string): boolean {
  const month = Number(day.slice(5, 7));
  if (byMonth.length > 0 && !byMonth.includes(month)) return false;
  if (byMonthDay.length > 0 && !byMonthDay.some((asked) => asked === dateOf(day) || asked === fromEnd(day)))
    return false;
  if (byDay.length > 0)
    return byDay.some(({ weekday: asked, nth: place }) => {
      if (WEEKDAYS[weekdayIndex(day)] !== asked) return false;
      return place === null || place === Math.ceil(dateOf(day) / 7) || place === -Math.ceil(-fromEnd(day) / 7);
    });
  if (byMonthDay.length > 0 || frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return weekdayIndex(day) === weekdayIndex(first);
  return (
    dateOf(day) === dateOf(first) &&
    (frequency === 'MONTHLY' || byMonth.length > 0 || month === Number(first.slice(5, 7)))
  );
}

const dateOf = (day: string): number => Number(day.slice(8, 10));
const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const weekdayIndex = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000;
const knownMonths = new Map<string, string[]>();
function daysOfMonth(month: string): string[] {
  const known = knownMonths.get(month);
  if (known) return known;
  const all = Array.from({ length: 31 }, (_, index) => dayAfter(`${month}-01`, index));
  const found = all.filter((day) => day.startsWith(month));
  knownMonths.set(month, found);
  return found;
}
/** -1: the last day of its month. */
const fromEnd = (day: string): number => dateOf(day) - daysOfMonth(day.slice(0, 7)).length - 1;

/** As a series keeps it. */
function asKept(given: Rule, startsAt: string, timeZone: string): string {
  const { rule, problem } = readRule(writeRule(given), { startsAt, timeZone });
  if (!rule) throw new Error(problem);
  return writeRule(rule);
}

/** Nobody looks further than this. */
const HORIZON = 2040;

/** By ical.js, as a clock without a zone. */
function theirs(rule: string, start: string): string[] {
  const recurrence = ICAL.Recur.fromString(rule.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T235959'));
  const iterator = recurrence.iterator(ICAL.Time.fromDateTimeString(`${start}:00`));
  const found: string[] = [];
  for (let next = iterator.next(); next && found.length < COUNT; next = iterator.next()) {
    if (next.year >= HORIZON) break;
    found.push(next.toString().slice(0, 16));
  }
  return found;
}

/** By luxon: it pushes what clocks skip forward by the gap, and takes either of what they show twice. */
function theirMoment(local: string, zone: string): number {
  const found = DateTime.fromISO(local, { zone });
  return Math.min(...found.getPossibleOffsets().map((one) => one.toMillis()));
}

function dayAfter(day: string, later: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
