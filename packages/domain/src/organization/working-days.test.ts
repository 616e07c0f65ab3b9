import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workingDaysBetween } from './working-calendar.js';
import { WorkingDays } from './working-days.js';

const moment = fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2030, 0) });
const calendar = fc.record({
  timeZone: fc.constantFrom('Europe/Zurich', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns', 'UTC'),
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  startHour: fc.constant(8),
  endHour: fc.constant(17),
  holidays: fc.array(fc.constantFrom('2024-12-25', '2026-01-01', '2026-08-01', '2027-05-17'), { maxLength: 3 }),
});

test('many moments are counted as one is', () => {
  fc.assert(
    fc.property(calendar, moment, moment, (of, from, to) => {
      expect(WorkingDays.of(of).between(from, to)).toBe(workingDaysBetween(new Date(from), new Date(to), of));
    }),
    { numRuns: 500 },
  );
});

test('months together are the whole', () => {
  fc.assert(
    fc.property(calendar, moment, moment, (of, from, to) => {
      const months = WorkingDays.of(of).byMonth(from, to);
      expect([...months.values()].reduce((sum, days) => sum + days, 0)).toBe(WorkingDays.of(of).between(from, to));
      expect([...months.keys()]).toEqual([...months.keys()].toSorted());
      for (const [month, days] of months) {
        expect(month).toMatch(/^\d{4}-\d{2}$/);
        expect(days).toBeGreaterThan(0);
        expect(days).toBeLessThanOrEqual(31);
      }
    }),
    { numRuns: 300 },
  );
});
