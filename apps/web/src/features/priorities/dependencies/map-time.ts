import { addDays, addMonths, daysBetween } from '../../../platform/dates/day-words';

/** Days, half open, YYYY-MM-DD. */
export type Span = { from: string; endsBefore: string };

export const SPANS = [3, 6, 12] as const;
/** Months that are looked at. */
export type Months = (typeof SPANS)[number];

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** Days that are past and still looked at. */
const PAST = 14;

/** As many whole months. @param month YYYY-MM of the first one; null: that of two weeks ago */
export function spanOf(month: string | null, months: Months, today: string): Span {
  const from = month === null ? firstOfMonth(addDays(today, -PAST)) : `${month}-01`;
  return { from, endsBefore: addMonths(from, months) };
}

/** The month that another span begins with, so many months on. */
export const monthAfter = ({ from }: Span, months: number): string => addMonths(from, months).slice(0, 7);

/** How far into the span a day lies, 0 to 1; days outside lie at its edges. */
export function shareOf(day: string, { from, endsBefore }: Span): number {
  const all = daysBetween(from, endsBefore);
  return Math.min(1, Math.max(0, (daysBetween(from, day) + 0.5) / all));
}

export const isWithin = (day: string, { from, endsBefore }: Span): boolean => day >= from && day < endsBefore;

/** The first day of each month in it. */
export function monthsIn(span: Span): string[] {
  const months: string[] = [];
  for (let month = span.from; month < span.endsBefore; month = addMonths(month, 1)) months.push(month);
  return months;
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const MONTH_AND_YEAR = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const monthWords = (day: string): string => MONTH.format(new Date(day));

/** "February to April 2026" */
export function spanWords({ from, endsBefore }: Span): string {
  const last = addDays(endsBefore, -1);
  const first = MONTH_AND_YEAR.format(new Date(from));
  const sameYear = from.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? first.replace(/ \d+$/, '') : first} to ${MONTH_AND_YEAR.format(new Date(last))}`;
}
