import type { Holiday } from '@chapterhouse/domain/organization/holidays';
import type { Fact, Facts } from '../../../platform/forms/use-edits';
import { dayWords } from '../../../platform/dates/day-words';
import { hourWords, weekdayWords } from './calendar-words';

export type Calendar = {
  timeZone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  workingDays: readonly number[];
  workingDayStarts: number;
  workingDayEnds: number;
  holidays: readonly Holiday[];
};

const HOLIDAY = 'holiday:';
export const holidayField = (date: string): string => HOLIDAY + date;
/** The date of a holiday's field; null for another field. */
export const holidayOf = (field: string): string | null =>
  field.startsWith(HOLIDAY) ? field.slice(HOLIDAY.length) : null;

/** Each holiday is a field of its own, so that two people who add different ones are in nobody's way. */
export function calendarFacts({ holidays, ...times }: Calendar): Facts {
  const { timeZone, workingDays, workingDayStarts, workingDayEnds } = times;
  return {
    timeZone,
    workingDays,
    workingDayStarts,
    workingDayEnds,
    ...Object.fromEntries(holidays.map(({ date, name }) => [holidayField(date), name])),
  };
}

/** The calendar as it would be; `fields` are those that may have a holiday. */
export function calendarOf(fields: readonly string[], read: (field: string) => Fact): Calendar {
  const holidays = [...new Set(fields)].flatMap((field) => {
    const [date, name] = [holidayOf(field), read(field)];
    return date === null || typeof name !== 'string' ? [] : [{ date, name }];
  });
  const days = read('workingDays');
  return {
    timeZone: String(read('timeZone')),
    workingDays: Array.isArray(days) ? days : [],
    workingDayStarts: Number(read('workingDayStarts')),
    workingDayEnds: Number(read('workingDayEnds')),
    holidays: holidays.toSorted((one, other) => (one.date < other.date ? -1 : 1)),
  };
}

const TITLES: Record<string, string> = {
  timeZone: 'Time zone',
  workingDays: 'Working days',
  workingDayStarts: 'Start of the working day',
  workingDayEnds: 'End of the working day',
};

/** A field and its value in words. */
export function calendarFactWords(field: string, fact: Fact, today: string): { label: string; value: string } {
  const date = holidayOf(field);
  if (date !== null) return { label: dayWords(date, today), value: fact === null ? 'no holiday' : String(fact) };
  let value = String(fact);
  if (Array.isArray(fact)) value = weekdayWords(fact);
  else if (typeof fact === 'number') value = hourWords(fact);
  return { label: TITLES[field] ?? field, value };
}
