import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import { clockEndsAt, closesByItselfAt } from './impediment-clock.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-03-04'],
};

describe('the clock of a level', () => {
  it.each([
    ['16 hours from Monday morning', '2026-03-02T09:00Z', 16, '2026-03-03T17:00Z'],
    ['16 hours from Tuesday morning, a holiday between', '2026-03-03T09:00Z', 16, '2026-03-05T17:00Z'],
    ['8 hours from Saturday', '2026-03-07T13:00Z', 8, '2026-03-09T17:00Z'],
  ])('%s', (_what, since, hours, ends) => {
    expect(clockEndsAt(new Date(since), hours, CALENDAR)).toEqual(new Date(ends));
  });
});

it('what nobody confirms closes after five working days', () => {
  expect(closesByItselfAt(new Date('2026-03-02T11:30Z'), CALENDAR)).toEqual(new Date('2026-03-10T11:30Z'));
});
