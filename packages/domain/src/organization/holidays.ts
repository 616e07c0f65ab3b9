import type { FieldChange } from '../event-payload.js';
import { day, filledLine } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A day on which nobody works. */
export interface Holiday {
  /** YYYY-MM-DD where the organization is. */
  date: string;
  name: string;
}

/** Holidays that an organization may have: some twenty years of one country, or a few of several. */
export const HOLIDAY_COUNT_LIMIT = 1_000;
/** Characters. */
export const HOLIDAY_NAME_LIMIT = 100;
/** Years that PostgreSQL, calendars and people agree upon. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/**
 * What is wrong with a list of holidays, with its remedy: the first problem, naming the day, for a list is one field of
 * a form; empty when nothing is. For INVALID_INPUT.
 */
export function holidayProblems(holidays: readonly Holiday[]): FieldProblem[] {
  const problem = problemOf(holidays);
  return problem === null ? [] : [{ field: 'holidays', problem }];
}

/** As they are kept: by date, names without blanks around them. */
export function holidaysInOrder(holidays: readonly Holiday[]): Holiday[] {
  return holidays
    .map(({ date, name }) => ({ date, name: name.trim().replaceAll(/\s+/gu, ' ') }))
    .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}

/** The calendar with these as its holidays. */
export function withHolidays(calendar: WorkingCalendar, holidays: readonly Holiday[]): WorkingCalendar {
  return { ...calendar, holidays: holidaysInOrder(holidays).map(({ date }) => date) };
}

/** What an edit changes, one line per holiday, in words for people: "2026-12-25 Christmas Day". */
export function holidayChanges(before: readonly Holiday[], after: readonly Holiday[]): FieldChange[] {
  const [was, is] = [wordsByDate(before), wordsByDate(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((date) => ({ field: 'holidays', from: was.get(date) ?? null, to: is.get(date) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function wordsByDate(holidays: readonly Holiday[]): Map<string, string> {
  return new Map(holidaysInOrder(holidays).map(({ date, name }) => [date, `${date} ${name}`]));
}

function problemOf(holidays: readonly Holiday[]): string | null {
  if (holidays.length > HOLIDAY_COUNT_LIMIT) return `Give at most ${HOLIDAY_COUNT_LIMIT} holidays.`;
  const seen = new Set<string>();
  for (const { date, name } of holidays) {
    const wrong = day(date);
    if (wrong !== null) return wrong;
    if (date < FIRST_DAY || date > LAST_DAY) return 'Give holidays between 1900 and 2199.';
    const unnamed = filledLine('give it a name', HOLIDAY_NAME_LIMIT)(name);
    if (unnamed !== null) return `${date}: ${unnamed}`;
    if (seen.has(date)) return `Name ${date} once; it is there twice.`;
    seen.add(date);
  }
  return null;
}
