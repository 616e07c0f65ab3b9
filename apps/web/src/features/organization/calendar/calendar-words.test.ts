import { expect, test } from '@jest/globals';
import { calendarSentence, weekdayWords } from './calendar-words';
import { readHolidayLines } from './holiday-lines';

const calendar = { timeZone: 'America/New_York', workingDayStarts: 9, workingDayEnds: 17, holidays: [] };

test('days in a row are a range', () => {
  expect([[1, 2, 3, 4, 5], [1, 2, 4], [7, 1], []].map(weekdayWords)).toEqual([
    'Monday to Friday',
    'Monday, Tuesday, and Thursday',
    'Monday and Sunday',
    'no day',
  ]);
});

test('the calendar as a sentence, and what is wrong with it', () => {
  expect(calendarSentence({ ...calendar, workingDays: [1, 2, 3, 4, 5] })).toBe(
    'Monday to Friday, 09:00 to 17:00 in America/New York: 8 working hours a day, 40 a week.',
  );
  expect(calendarSentence({ ...calendar, workingDays: [] })).toContain('choose at least one');
  expect(calendarSentence({ ...calendar, workingDays: [1], workingDayEnds: 9 })).toContain('ends before it starts');
});

test('holidays are read from lists and tables, and what could not be read is named with its line', () => {
  const pasted = [
    'Date;Name',
    '2026-12-25 Christmas Day',
    '26.12.2026;"Boxing Day"',
    'Liberation Day,2027-04-25',
    '1.5.2027\tLabour Day',
    '',
    '2027-02-30 Never',
    '12/24/2026 Christmas Eve',
    '2027-01-01',
    '2026-12-25, Christmas',
  ].join('\r\n');
  expect(readHolidayLines(pasted)).toEqual({
    holidays: [
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2026-12-26', name: 'Boxing Day' },
      { date: '2027-04-25', name: 'Liberation Day' },
      { date: '2027-05-01', name: 'Labour Day' },
    ],
    unread: [
      { line: 7, text: '2027-02-30 Never', why: 'names a day that does not exist' },
      { line: 8, text: '12/24/2026 Christmas Eve', why: 'has no date such as 2026-12-25 or 25.12.2026' },
      { line: 9, text: '2027-01-01', why: 'has no name' },
    ],
  });
});
