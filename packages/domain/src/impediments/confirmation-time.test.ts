import { expect, it } from '@jest/globals';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import { closesByItselfAt } from './confirmation-time.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-03-04'],
};

it('what nobody confirms closes after five working days', () => {
  expect(closesByItselfAt(new Date('2026-03-02T11:30Z'), CALENDAR)).toEqual(new Date('2026-03-10T11:30Z'));
});
