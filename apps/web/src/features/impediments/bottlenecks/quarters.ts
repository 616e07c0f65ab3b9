import { addMonths } from '../../../platform/dates/day-words';

const NAME = /^20\d\d-Q[1-4]$/;
const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** The quarter of a day, `2026-Q1`. @param day YYYY-MM-DD */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Whether it names a quarter that has begun. */
export function isPastOrPresent(name: string | null, today: string): name is string {
  return name !== null && NAME.test(name) && name <= quarterOf(today);
}

/** The quarters up to a day, the latest first. */
export function quartersUpTo(today: string, count: number): string[] {
  const first = firstDayOf(quarterOf(today));
  return Array.from({ length: count }, (_, index) => quarterOf(addMonths(first, -3 * index)));
}

/** The one before. */
export function quarterBefore(name: string): string {
  return quarterOf(addMonths(firstDayOf(name), -3));
}

/** It and the one before: "Q3 and Q4 2026", "Q4 2025 and Q1 2026". */
export function quartersWords(name: string): string {
  const [year, quarter] = name.split('-');
  const [yearBefore, before] = quarterBefore(name).split('-');
  return year === yearBefore ? `${before} and ${quarter} ${year}` : `${before} ${yearBefore} and ${quarter} ${year}`;
}

/** The months of it and the one before: "July to December 2026". */
export function monthsWords(name: string): string {
  const [first, last] = [firstDayOf(quarterBefore(name)), addMonths(firstDayOf(name), 2)];
  const [from, to] = [first, last].map((day) => MONTH.format(new Date(day)));
  const year = first.slice(0, 4) === last.slice(0, 4) ? '' : ` ${first.slice(0, 4)}`;
  return `${from}${year} to ${to} ${last.slice(0, 4)}`;
}

/** YYYY-MM-DD. */
function firstDayOf(name: string): string {
  const month = (Number(name.slice(-1)) - 1) * 3 + 1;
  return `${name.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}
