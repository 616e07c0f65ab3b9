import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type WorkingCalendar, addWorkingTime, workingTimeBetween } from '../organization/working-calendar.js';
import { movedClocks } from './moved-clocks.js';

const ZURICH: WorkingCalendar = {
  timeZone: 'Europe/Zurich',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: [],
};
/** A Wednesday, 10:00 in Zurich. */
const NOW = Date.parse('2026-03-04T09:00:00Z');
const moved = (end: string, after: Partial<WorkingCalendar>): string => {
  const at = Date.parse(end);
  const to = movedClocks([at], { before: ZURICH, after: { ...ZURICH, ...after }, now: NOW }).get(at) ?? Number.NaN;
  return new Date(to).toISOString();
};

describe('clocks by another calendar', () => {
  it.each<[string, string, Partial<WorkingCalendar>, string]>([
    ['a holiday ahead gives a day more', '2026-03-06T10:00:00Z', { holidays: ['2026-03-05'] }, '2026-03-09T10:00:00Z'],
    ['one after the end gives nothing', '2026-03-06T10:00:00Z', { holidays: ['2026-03-09'] }, '2026-03-06T10:00:00Z'],
    ['one of the past changes nothing', '2026-03-06T10:00:00Z', { holidays: ['2026-03-03'] }, '2026-03-06T10:00:00Z'],
    [
      'today off: what is left of today, too',
      '2026-03-05T10:00:00Z',
      { holidays: ['2026-03-04'] },
      '2026-03-06T09:00:00Z',
    ],
    [
      'a working Saturday takes one away',
      '2026-03-09T10:00:00Z',
      { workingDays: [1, 2, 3, 4, 5, 6] },
      '2026-03-07T10:00:00Z',
    ],
    ['longer days, sooner', '2026-03-05T10:00:00Z', { endHour: 24 }, '2026-03-04T18:00:00Z'],
    ['one that has run out', '2026-03-03T10:00:00Z', { workingDays: [6] }, '2026-03-03T10:00:00Z'],
    ['another time zone', '2026-03-05T10:00:00Z', { timeZone: 'America/New_York' }, '2026-03-05T15:00:00Z'],
  ])('%s', (_what, end, after, to) => expect(moved(end, after)).toBe(new Date(to).toISOString()));

  it('one in an hour in which nobody works, with no work before it, stays', () => {
    const [now, end] = [Date.parse('2026-03-07T09:00:00Z'), Date.parse('2026-03-08T09:00:00Z')];
    expect(movedClocks([end], { before: ZURICH, after: { ...ZURICH, holidays: ['2026-03-09'] }, now }).get(end)).toBe(
      end,
    );
  });

  const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
    timeZone: fc.constantFrom('Europe/Zurich', 'America/New_York', 'Asia/Beirut', 'Pacific/Auckland', 'Asia/Kathmandu'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    startHour: fc.integer({ min: 0, max: 12 }),
    endHour: fc.integer({ min: 13, max: 24 }),
    holidays: fc.subarray(['2026-03-27', '2026-03-29', '2026-03-30', '2026-04-06', '2026-05-01']),
  });
  const now = fc.integer({ min: Date.UTC(2026, 2, 20), max: Date.UTC(2026, 3, 2) });
  const ends = fc.array(fc.integer({ min: Date.UTC(2026, 2, 15), max: Date.UTC(2026, 4, 20) }), { maxLength: 8 });

  it('each has as much working time left as it had, whoever runs beside it', () => {
    fc.assert(
      fc.property(calendar, calendar, now, ends, (before, after, at, given) => {
        const found = movedClocks(given, { before, after, now: at });
        for (const end of given) {
          const left = workingTimeBetween(at, end, before);
          expect(found.get(end)).toBe(left === 0 ? end : addWorkingTime(at, left, after));
        }
      }),
    );
  });

  it('nothing is overdue now that was in time, and who ran out first still does', () => {
    fc.assert(
      fc.property(calendar, calendar, now, ends, (before, after, at, given) => {
        const found = movedClocks(given, { before, after, now: at });
        const working = given.filter((end) => workingTimeBetween(at, end, before) > 0).sort((a, b) => a - b);
        const moments = working.map((end) => found.get(end) ?? Number.NaN);
        for (const moment of moments) expect(moment).toBeGreaterThan(at);
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      }),
    );
  });
});
