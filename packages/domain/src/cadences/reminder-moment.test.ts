import { expect, it } from '@jest/globals';
import { reminderMoment } from './reminder-moment.js';

const CALENDAR = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-12-25', '2027-01-01'],
};

// Each in Berlin's winter time; 14 December 2026 is a Monday.
it.each([
  ['a day before, in working time', '2026-12-16T10:00+01:00', '2026-12-15T10:00+01:00'],
  ['before work begins, on the evening before', '2026-12-16T08:00+01:00', '2026-12-14T17:00+01:00'],
  ['of a Monday, on Friday', '2026-12-14T10:00+01:00', '2026-12-11T17:00+01:00'],
  ['after a holiday and a weekend', '2026-12-28T10:00+01:00', '2026-12-24T17:00+01:00'],
])('%s', (_, startsAt, expected) => {
  expect(new Date(reminderMoment(Date.parse(startsAt), CALENDAR)).toISOString()).toBe(new Date(expected).toISOString());
});
