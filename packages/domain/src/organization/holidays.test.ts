import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Holiday, holidayChanges, holidayProblems, holidaysInOrder, withHolidays } from './holidays.js';
import { type WorkingCalendar, addWorkingDays, workingDaysBetween } from './working-calendar.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-01-01'],
};
const CHRISTMAS: Holiday = { date: '2026-12-25', name: 'Christmas Day' };
const many = (count: number): Holiday[] =>
  Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    name: 'Off',
  }));

describe('a list of holidays', () => {
  it.each<[string, Holiday[]]>([
    ['none', []],
    ['one', [CHRISTMAS]],
    ['a leap day', [{ date: '2028-02-29', name: 'Leap day' }]],
    ['a thousand', many(1_000)],
    ['two of one name', [CHRISTMAS, { ...CHRISTMAS, date: '2027-12-25' }]],
  ])('fine: %s', (_what, given) => expect(holidayProblems(given)).toEqual([]));

  it.each<[string, Holiday[]]>([
    ['too many', many(1_001)],
    ['a day that does not exist', [{ date: '2026-02-29', name: 'Leap day' }]],
    ['no day', [{ date: 'soon', name: 'Party' }]],
    ['a day nobody lives to see', [{ date: '2200-01-01', name: 'New Year' }]],
    ['a day long ago', [{ date: '1899-12-31', name: 'New Year' }]],
    ['no name', [{ date: '2026-12-25', name: ' ' }]],
    ['a name of two lines', [{ date: '2026-12-25', name: 'two\nlines' }]],
    ['a long name', [{ date: '2026-12-25', name: 'a'.repeat(101) }]],
    ['one day twice', [CHRISTMAS, { ...CHRISTMAS, name: 'Xmas' }]],
  ])('not fine: %s', (_what, given) => {
    expect(holidayProblems(given)).toEqual([{ field: 'holidays', problem: expect.stringMatching(/^[A-Z0-9].*\.$/) }]);
  });

  it('says which day is meant', () => {
    expect(holidayProblems([CHRISTMAS, CHRISTMAS])[0]?.problem).toContain('2026-12-25');
    expect(holidayProblems([{ date: '2026-12-25', name: '' }])[0]?.problem).toContain('2026-12-25');
  });

  it('is kept by date, and its changes are told day by day', () => {
    const before = [CHRISTMAS, { date: '2026-01-01', name: 'New Year' }];
    const after = [
      { date: '2026-05-01', name: '  Labour \t Day ' },
      { ...CHRISTMAS, name: 'Christmas' },
    ];
    expect(holidaysInOrder(after)).toEqual([
      { date: '2026-05-01', name: 'Labour Day' },
      { date: '2026-12-25', name: 'Christmas' },
    ]);
    expect(holidayChanges(before, after)).toEqual([
      { field: 'holidays', from: '2026-01-01 New Year', to: null },
      { field: 'holidays', from: null, to: '2026-05-01 Labour Day' },
      { field: 'holidays', from: '2026-12-25 Christmas Day', to: '2026-12-25 Christmas' },
    ]);
    expect(holidayChanges(before, before.toReversed())).toEqual([]);
  });
});

describe('the calendar with holidays', () => {
  it('has these and no others', () => {
    const calendar = withHolidays(CALENDAR, [CHRISTMAS]);
    expect(calendar).toEqual({ ...CALENDAR, holidays: ['2026-12-25'] });
    // Thursday to Monday, Friday being Christmas Day.
    const days = workingDaysBetween(new Date('2026-12-24T12:00Z'), new Date('2026-12-28T12:00Z'), calendar);
    expect(days).toBe(1);
  });

  it('one holiday more never makes a day of work more', () => {
    const date = fc.integer({ min: 0, max: 60 }).map((days) => many(61)[days] ?? CHRISTMAS);
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 1, 28) }).map((at) => new Date(at));
    fc.assert(
      fc.property(fc.array(date), date, moment, moment, (holidays, one, from, to) => {
        const [few, more] = [withHolidays(CALENDAR, holidays), withHolidays(CALENDAR, [...holidays, one])];
        const lost = workingDaysBetween(from, to, few) - workingDaysBetween(from, to, more);
        expect([0, 1]).toContain(lost);
        expect(addWorkingDays(from, 3, more) >= addWorkingDays(from, 3, few)).toBe(true);
      }),
    );
  });
});
