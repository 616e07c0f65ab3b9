import { expect, test } from '@jest/globals';
import { recurrencePreview } from './recurrence-preview';

test('the next five dates keep the clock on the wall, whatever is set forward', () => {
  const preview = recurrencePreview('FREQ=WEEKLY;BYDAY=SU', '2026-03-15T09:30', 'Europe/Lisbon');
  expect(preview?.starts).toEqual(
    ['15', '22', '29'].map((day) => `2026-03-${day}T09:30`).concat(['2026-04-05T09:30', '2026-04-12T09:30']),
  );
  expect(preview?.sentence).toBe('Every Sunday at 09:30');
});

test('a rule that does not give the first day begins later; one that never does says so', () => {
  const tuesdays = recurrencePreview('FREQ=WEEKLY;BYDAY=TU', '2026-03-18T10:00', 'UTC');
  expect(tuesdays).toMatchObject({ later: true, starts: expect.arrayContaining(['2026-03-24T10:00']) });
  expect(recurrencePreview('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', '2026-03-18T10:00', 'UTC')?.starts).toEqual([]);
  expect(recurrencePreview('FREQ=HOURLY', '2026-03-18T10:00', 'UTC')).toBeNull();
  expect(recurrencePreview('FREQ=DAILY', 'T10:00', 'UTC')).toBeNull();
});
