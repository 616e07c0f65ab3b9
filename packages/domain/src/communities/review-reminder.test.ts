import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reviewReminder } from './review-reminder.js';

describe('a review that is due', () => {
  it.each([
    ['2026-03-10', null, '2026-03-09', null],
    ['2026-03-10', null, '2026-03-10', '2026-03-10'],
    ['2026-03-10', '2026-03-10', '2026-04-09', null],
    ['2026-03-10', '2026-03-10', '2026-04-10', '2026-04-10'],
    // Of short months the last day.
    ['2026-01-31', '2026-01-31', '2026-02-28', '2026-02-28'],
    ['2026-01-31', '2026-02-28', '2026-03-30', null],
    ['2024-02-29', null, '2026-02-28', '2026-02-28'],
    // A day that was moved forward: what was told of the former one is none of its.
    ['2026-06-01', '2026-05-20', '2026-06-01', '2026-06-01'],
    // Long overdue, as of an import: once, not for every month that went by.
    ['2019-01-15', null, '2026-11-21', '2026-11-15'],
    ['2019-01-15', '2026-11-15', '2026-11-21', null],
    ['no day', null, '2026-11-21', null],
  ])('on %s, told on %s, is told on %s: %s', (dueOn, toldOn, today, told) => {
    expect(reviewReminder({ dueOn, toldOn }, today)).toBe(told);
  });

  it('is told once a month, however often one looks', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (due, days) => {
        const dueOn = due.toISOString().slice(0, 10);
        let toldOn: string | null = null;
        let count = 0;
        for (let index = 0; index <= days; index += 1) {
          const today = new Date(Date.parse(dueOn) + index * 86_400_000).toISOString().slice(0, 10);
          const told: string | null = reviewReminder({ dueOn, toldOn }, today);
          if (told === null) continue;
          count += 1;
          expect(told <= today && (toldOn === null || told > toldOn)).toBe(true);
          toldOn = told;
        }
        const months = Math.floor(days / 30.44);
        expect(Math.abs(count - 1 - months)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
