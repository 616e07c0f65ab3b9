import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  type WorkingCalendar,
  addWorkingDays,
  addWorkingHours,
  addWorkingTime,
  localDate,
  workingDaysBetween,
  workingTimeBetween,
} from './working-calendar.js';

const QUARTER = 15 * 60_000;

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
