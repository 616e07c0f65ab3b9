import type { Calendar } from './calendar-facts';

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const rules = new Intl.PluralRules('en');

/** 1 January 2024 was a Monday: ISO weekday n is that many days later, less one. */
export const weekdayName = (weekday: number, length: 'short' | 'long' = 'long'): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

/** 1 Monday to 7 Sunday. @param day YYYY-MM-DD */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** "Monday to Friday", "Monday, Tuesday and Thursday": three or more in a row are a range. */
export function weekdayWords(days: readonly number[]): string {
  if (days.length === 0) return 'no day';
  const runs: number[][] = [];
  for (const day of days.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return andList.format(
    runs.flatMap((run) => {
      const [first = 1, last = first] = [run[0], run.at(-1)];
      return run.length > 2 ? [`${weekdayName(first)} to ${weekdayName(last)}`] : run.map((day) => weekdayName(day));
    }),
  );
}

/** "Monday to Friday, 09:00 to 17:00 in Europe/Lisbon: 8 working hours a day, 40 a week." */
export function calendarSentence(calendar: Calendar): string {
  const { workingDays, workingDayStarts: starts, workingDayEnds: ends, timeZone } = calendar;
  const length = ends - starts;
  if (workingDays.length === 0) return 'Nobody works on any day: choose at least one.';
  if (length <= 0) return 'The working day ends before it starts.';
  const hours = `${length} working ${rules.select(length) === 'one' ? 'hour' : 'hours'}`;
  const when = `${weekdayWords(workingDays)}, ${hourWords(starts)} to ${hourWords(ends)} in ${timeZone.replaceAll('_', ' ')}`;
  return `${when}: ${hours} a day, ${length * workingDays.length} a week.`;
}
