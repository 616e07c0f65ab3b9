import type { DateRange } from '@chapterhouse/domain/organization/date-range';

// Days are YYYY-MM-DD and are shown as they are: no time zone may move them.

const MILLISECONDS_PER_DAY = 86_400_000;
const WITHOUT_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const WITH_YEAR = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The calendar date of a moment, now when left out, where the organization is. */
export function todayIn(timeZone: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(at)
    .map(({ type, value }): [string, string] => [type, value]);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

/** "9 March", with the year when it is not this one. */
export function dayWords(day: string, today: string): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? WITHOUT_YEAR : WITH_YEAR;
  return format.format(new Date(day));
}

/** The first and the last day of a half-open range, in words. */
export function rangeWords({ startsOn, endsBefore }: DateRange, today: string): string {
  const last = endsBefore === null ? null : dayWords(addDays(endsBefore, -1), today);
  if (startsOn === null) return last === null ? 'no dates known' : `until ${last}`;
  const first = dayWords(startsOn, today);
  if (last === null) return startsOn > today ? `from ${first}` : `since ${first}`;
  return first === last ? first : `${first} – ${last}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last: 31 March less one month is the end of February. */
export function addMonths(day: string, months: number): string {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. */
export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** A moment in the organization's time zone: "9 March 2026, 14:05". */
export function momentWords(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at));
}
