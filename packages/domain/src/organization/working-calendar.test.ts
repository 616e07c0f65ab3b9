import { afterEach, describe, expect, it } from '@jest/globals';
import { DateTime, Settings } from 'luxon';
import {
  type WorkingCalendar,
  addWorkingDays,
  addWorkingHours,
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

describe('where a clock goes back, whatever the date of today is', () => {
  const now = Settings.now;
  afterEach(() => {
    Settings.now = now;
  });

  // On 25 October 2026 Berlin sees 02:00 to 03:00 twice: from 00:00 to 01:00 UTC, and from 01:00 to 02:00 UTC.
  it.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])('on %s', (today) => {
    Settings.now = () => Date.parse(today);
    const sunday = (startHour: number, endHour: number): number => {
      const calendar = { ...ROUND_THE_CLOCK, startHour, endHour };
      return workingTimeBetween(Date.parse('2026-10-24T22:00Z'), Date.parse('2026-10-25T23:00Z'), calendar) / 3_600_000;
    };
    expect(sunday(0, 2)).toBe(2);
    expect(sunday(2, 3)).toBe(2);
    expect(sunday(1, 3)).toBe(3);
    expect(sunday(3, 4)).toBe(1);
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
