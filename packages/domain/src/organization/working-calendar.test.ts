import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  type WorkingCalendar,
  addWorkingDays,
  addWorkingHours,
  addWorkingTime,
  localDate,
  nextDayAt,
  workingDaysBetween,
  workingTimeBetween,
} from './working-calendar.js';

const BERLIN: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-12-25'],
};
const ROUND_THE_CLOCK: WorkingCalendar = { ...BERLIN, workingDays: [1, 2, 3, 4, 5, 6, 7], startHour: 0, endHour: 24 };

const QUARTER = 15 * 60_000;

/** A wall-clock time in the calendar's zone. */
function at(text: string, calendar: WorkingCalendar = BERLIN): Date {
  return DateTime.fromISO(text, { zone: calendar.timeZone }).toJSDate();
}

function wall(date: Date, calendar: WorkingCalendar = BERLIN): string {
  return DateTime.fromJSDate(date, { zone: calendar.timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

describe('adding working hours', () => {
  // 2026-03-02 is a Monday.
  it.each([
    ['within a day', '2026-03-02T10:00', 3, '2026-03-02T13:00'],
    ['to the end of the day, not the next morning', '2026-03-02T10:00', 7, '2026-03-02T17:00'],
    ['over night', '2026-03-02T16:00', 2, '2026-03-03T10:00'],
    ['over a weekend', '2026-03-06T16:00', 2, '2026-03-09T10:00'],
    ['from before work starts', '2026-03-02T06:30', 1, '2026-03-02T10:00'],
    ['from after work ends', '2026-03-02T20:00', 1, '2026-03-03T10:00'],
    ['from a Saturday', '2026-03-07T12:00', 1, '2026-03-09T10:00'],
    ['from the very end of a day', '2026-03-02T17:00', 1, '2026-03-03T10:00'],
    ['over a holiday and a weekend', '2026-12-24T16:00', 2, '2026-12-28T10:00'],
    ['from a holiday', '2026-12-25T10:00', 8, '2026-12-28T17:00'],
    ['a working week', '2026-03-02T09:00', 40, '2026-03-06T17:00'],
    ['half an hour', '2026-03-02T16:45', 0.5, '2026-03-03T09:15'],
    ['over the change to summer time', '2026-03-27T16:00', 2, '2026-03-30T10:00'],
    ['over the change to winter time', '2026-10-23T16:00', 2, '2026-10-26T10:00'],
  ])('%s', (_what, from, hours, expected) => {
    expect(wall(addWorkingHours(at(from), hours, BERLIN))).toBe(expected);
  });

  it('zero hours is the moment itself, also at night', () => {
    expect(wall(addWorkingHours(at('2026-03-07T03:00'), 0, BERLIN))).toBe('2026-03-07T03:00');
  });

  it('round the clock, a day of a clock change has 23 or 25 hours', () => {
    expect(wall(addWorkingHours(at('2026-03-29T00:00'), 23, ROUND_THE_CLOCK))).toBe('2026-03-30T00:00');
    expect(wall(addWorkingHours(at('2026-10-25T00:00'), 25, ROUND_THE_CLOCK))).toBe('2026-10-26T00:00');
    expect(wall(addWorkingHours(at('2026-03-02T00:00'), 24, ROUND_THE_CLOCK))).toBe('2026-03-03T00:00');
  });

  it('counts in the time zone of the organization', () => {
    const auckland = { ...BERLIN, timeZone: 'Pacific/Auckland' };
    // Sunday 21:00 UTC is Monday morning there.
    expect(wall(addWorkingHours(new Date('2026-03-01T21:00:00Z'), 1, auckland), auckland)).toBe('2026-03-02T11:00');
  });

  it('works where midnight is skipped', () => {
    const beirut: WorkingCalendar = { ...ROUND_THE_CLOCK, timeZone: 'Asia/Beirut' };
    expect(wall(addWorkingHours(at('2026-03-28T12:00', beirut), 24, beirut), beirut)).toBe('2026-03-29T13:00');
  });

  it('counts through an hour that is lived twice over midnight', () => {
    // Until 2011 Newfoundland set its clocks back at 00:01, into the day before.
    const newfoundland: WorkingCalendar = { ...ROUND_THE_CLOCK, timeZone: 'America/St_Johns' };
    const from = new Date('2010-11-07T02:30:30Z');
    expect(wall(from, newfoundland)).toBe('2010-11-07T00:00');
    expect(addWorkingHours(from, 1, newfoundland)).toEqual(new Date('2010-11-07T03:30:30Z'));
  });

  it.each([
    ['no working day', { ...BERLIN, workingDays: [] }, 1],
    ['an end before its start', { ...BERLIN, startHour: 17, endHour: 9 }, 1],
    ['hours below zero', BERLIN, -1],
    ['hours that are no number', BERLIN, Number.NaN],
  ])('throws instead of running for ever: %s', (_what, calendar, hours) => {
    expect(() => addWorkingHours(at('2026-03-02T10:00'), hours, calendar)).toThrow(RangeError);
  });
});

describe('working time between two moments', () => {
  it.each([
    ['within a day', '2026-03-02T10:00', '2026-03-02T13:30', 3.5],
    ['over night', '2026-03-02T16:00', '2026-03-03T10:00', 2],
    ['over a weekend', '2026-03-06T16:00', '2026-03-09T10:00', 2],
    ['a weekend', '2026-03-06T17:00', '2026-03-09T09:00', 0],
    ['over a holiday and a weekend', '2026-12-24T16:00', '2026-12-28T10:00', 2],
    ['over the change to summer time', '2026-03-27T16:00', '2026-03-30T10:00', 2],
    ['backwards', '2026-03-02T13:00', '2026-03-02T10:00', 0],
    ['a week', '2026-03-02T00:00', '2026-03-09T00:00', 40],
  ])('%s', (_what, from, to, hours) => {
    expect(workingTimeBetween(at(from).getTime(), at(to).getTime(), BERLIN)).toBe(hours * 3_600_000);
  });

  it('round the clock, a day of a clock change has 23 or 25 hours', () => {
    const hoursOf = (from: string, to: string) =>
      workingTimeBetween(at(from).getTime(), at(to).getTime(), ROUND_THE_CLOCK) / 3_600_000;
    expect(hoursOf('2026-03-29T00:00', '2026-03-30T00:00')).toBe(23);
    expect(hoursOf('2026-10-25T00:00', '2026-10-26T00:00')).toBe(25);
  });

  it.each([
    [Number.NaN, 0],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
  ])('throws instead of running for ever: from %d to %d', (from, to) => {
    expect(() => workingTimeBetween(from, to, BERLIN)).toThrow(RangeError);
  });
});

describe('working days', () => {
  it.each([
    ['the same time on a later day', '2026-03-02T15:20', 2, '2026-03-04T15:20'],
    ['a week', '2026-03-02T15:20', 5, '2026-03-09T15:20'],
    ['from a Saturday', '2026-03-07T15:20', 1, '2026-03-09T15:20'],
    ['over a holiday', '2026-12-24T15:20', 1, '2026-12-28T15:20'],
    ['the same wall-clock time over a clock change', '2026-03-27T15:20', 1, '2026-03-30T15:20'],
    ['none', '2026-03-07T15:20', 0, '2026-03-07T15:20'],
  ])('added: %s', (_what, from, days, expected) => {
    expect(wall(addWorkingDays(at(from), days, BERLIN))).toBe(expected);
  });

  it.each([
    ['the same day', '2026-03-02T09:00', '2026-03-02T17:00', 0],
    ['one night', '2026-03-02T17:00', '2026-03-03T09:00', 1],
    ['a weekend', '2026-03-06T12:00', '2026-03-08T12:00', 0],
    ['Friday to Monday', '2026-03-06T12:00', '2026-03-09T12:00', 1],
    ['a holiday', '2026-12-24T12:00', '2026-12-28T12:00', 1],
    ['backwards', '2026-03-09T12:00', '2026-03-02T12:00', 0],
    ['a year', '2026-01-01T12:00', '2027-01-01T12:00', 260],
  ])('between: %s', (_what, from, to, expected) => {
    expect(workingDaysBetween(at(from), at(to), BERLIN)).toBe(expected);
  });

  it.each([1.5, -1])('cannot be added %d times', (days) => {
    expect(() => addWorkingDays(at('2026-03-02T10:00'), days, BERLIN)).toThrow(RangeError);
  });
});

it('the date of a moment is that of the organization', () => {
  const moment = new Date('2026-03-01T23:30:00Z');
  expect([localDate(moment, 'Europe/Berlin'), localDate(moment, 'UTC')]).toEqual(['2026-03-02', '2026-03-01']);
});

it('says when the next date begins, where a clock change leaves out midnight too', () => {
  for (const [at, timeZone, next] of [
    ['2026-03-01T23:30:00Z', 'Europe/Berlin', '2026-03-02T23:00:00Z'],
    ['2026-03-01T23:30:00Z', 'UTC', '2026-03-02T00:00:00Z'],
    ['2026-03-02T00:00:00Z', 'UTC', '2026-03-03T00:00:00Z'],
    ['2026-03-29T12:00:00Z', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    // Cairo goes from 23:59:59 to 01:00.
    ['2026-04-23T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ] as const) {
    const begins = nextDayAt(new Date(at), timeZone);
    expect(new Date(begins).toISOString()).toBe(next.replace('Z', '.000Z'));
    expect(localDate(new Date(begins), timeZone) > localDate(new Date(begins - 1), timeZone)).toBe(true);
  }
});

describe('any calendar', () => {
  const calendar: fc.Arbitrary<WorkingCalendar> = fc
    .record({
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/New_York',
        'Australia/Lord_Howe',
        'Asia/Kolkata',
        'Asia/Beirut',
      ),
      workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      startHour: fc.integer({ min: 0, max: 23 }),
      length: fc.integer({ min: 1, max: 24 }),
      holidays: fc.subarray(['2026-03-27', '2026-03-30', '2026-10-26', '2026-11-02', '2026-12-25']),
    })
    .map(({ length, ...rest }) => ({ ...rest, endHour: Math.min(24, rest.startHour + length) }));
  const moment = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
    .map((minutes) => new Date(minutes * 60_000));
  const hours = fc.integer({ min: 0, max: 480 }).map((quarters) => quarters / 4);

  it('hours: adding in parts is adding at once', () => {
    fc.assert(
      fc.property(calendar, moment, hours, hours, (where, from, one, other) => {
        const inParts = addWorkingHours(addWorkingHours(from, one, where), other, where);
        expect(inParts).toEqual(addWorkingHours(from, one + other, where));
      }),
    );
  });

  it('hours: more of them, or a later start, never end earlier', () => {
    fc.assert(
      fc.property(calendar, moment, moment, hours, hours, (where, from, start, one, other) => {
        const [few, many] = one < other ? [one, other] : [other, one];
        const [early, late] = from < start ? [from, start] : [start, from];
        const earliest = addWorkingHours(early, few, where).getTime();
        expect(earliest).toBeGreaterThanOrEqual(early.getTime() + few * 3_600_000);
        expect(addWorkingHours(early, many, where).getTime()).toBeGreaterThanOrEqual(earliest);
        expect(addWorkingHours(late, few, where).getTime()).toBeGreaterThanOrEqual(earliest);
      }),
    );
  });

  it('hours: as many are between as were added, and not one millisecond sooner', () => {
    fc.assert(
      fc.property(calendar, moment, hours, (where, from, count) => {
        const milliseconds = count * 3_600_000;
        const end = addWorkingTime(from.getTime(), milliseconds, where);
        expect(workingTimeBetween(from.getTime(), end, where)).toBe(milliseconds);
        if (count > 0) expect(workingTimeBetween(from.getTime(), end - 1, where)).toBe(milliseconds - 1);
      }),
    );
  });

  it('hours: what is between is what is between its parts, and never less up to a later moment', () => {
    fc.assert(
      fc.property(calendar, fc.tuple(moment, moment, moment), (where, moments) => {
        const [from = 0, middle = 0, to = 0] = moments.map(Number).sort((one, other) => one - other);
        const first = workingTimeBetween(from, middle, where);
        expect(workingTimeBetween(from, to, where)).toBe(first + workingTimeBetween(middle, to, where));
        expect(first).toBeLessThanOrEqual(middle - from);
      }),
    );
  });

  it('hours: as many are between as quarters of an hour whose wall clock is in working time', () => {
    fc.assert(
      fc.property(calendar, moment, fc.integer({ min: 0, max: 10 * 96 }), (where, from, length) => {
        const start = Math.floor(from.getTime() / QUARTER) * QUARTER;
        const wallClock = new Intl.DateTimeFormat('en-CA', {
          timeZone: where.timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
          hourCycle: 'h23',
        });
        let quarters = 0;
        for (let slot = 0; slot < length; slot += 1) {
          const [date = '', time = ''] = wallClock.format(start + slot * QUARTER).split(', ');
          const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
          const hour = Number(time.slice(0, 2));
          const works = where.workingDays.includes(weekday) && !where.holidays.includes(date);
          if (works && hour >= where.startHour && hour < where.endHour) quarters += 1;
        }
        expect(workingTimeBetween(start, start + length * QUARTER, where) / QUARTER).toBe(quarters);
      }),
      { numRuns: 40 },
    );
  });

  it('hours: over the changes of the clocks, too', () => {
    const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'];
    fc.assert(
      fc.property(calendar, fc.constantFrom(...changes), (where, date) => {
        const day = DateTime.fromISO(date, { zone: where.timeZone });
        const [from, to] = [day.minus({ days: 1 }).toMillis(), day.plus({ days: 2 }).toMillis()];
        const worked = workingTimeBetween(from, to, where);
        expect(workingTimeBetween(from, addWorkingTime(from, worked, where), where)).toBe(worked);
        let sum = 0;
        for (let at = from; at < to; at += QUARTER) sum += workingTimeBetween(at, at + QUARTER, where);
        expect(sum).toBe(worked);
      }),
    );
  });

  it('hours: the end lies in working time', () => {
    fc.assert(
      fc.property(
        calendar,
        moment,
        hours.filter((count) => count > 0),
        (where, from, count) => {
          const justBefore = new Date(addWorkingHours(from, count, where).getTime() - 1);
          const local = DateTime.fromJSDate(justBefore, { zone: where.timeZone });
          expect(where.workingDays).toContain(local.weekday);
          expect(where.holidays).not.toContain(local.toFormat('yyyy-MM-dd'));
          expect(local.hour).toBeLessThan(where.endHour + 1);
        },
      ),
    );
  });

  it('days: counting finds as many as were added, and adding in parts is adding at once', () => {
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(calendar, moment, days, days, (where, from, one, other) => {
        const then = addWorkingDays(from, one, where);
        expect(workingDaysBetween(from, then, where)).toBe(one);
        const later = addWorkingDays(from, one + other, where);
        expect(workingDaysBetween(from, later, where)).toBe(one + other);
        expect(localDate(addWorkingDays(then, other, where), where.timeZone)).toBe(localDate(later, where.timeZone));
      }),
    );
  });
});
