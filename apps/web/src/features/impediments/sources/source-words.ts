import { CATEGORY_TITLES, type ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { plural } from '../plural';

const HOURS_OF_DAY = 24;
const ONE_DIGIT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** "40 minutes", "20 hours", "3.5 days": elapsed time, nights and weekends too. */
export function elapsedWords(hours: number): string {
  if (hours < 1) return plural(Math.round(hours * 60), 'minute');
  if (hours < 2 * HOURS_OF_DAY) return plural(Math.round(hours), 'hour');
  const days = hours / HOURS_OF_DAY;
  return `${ONE_DIGIT.format(days)} days`;
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT_MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const firstOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

/** "January 2026". @param month YYYY-MM */
export const monthWords = (month: string): string => MONTH.format(firstOf(month));
/** "Jan". @param month YYYY-MM */
export const shortMonth = (month: string): string => SHORT_MONTH.format(firstOf(month));

/** "Environment 4 times, Tooling 3 times". */
export function recurringWords(recurring: readonly { category: ImpedimentCategory; times: number }[]): string {
  return recurring.map(({ category, times }) => `${CATEGORY_TITLES[category]} ${plural(times, 'time')}`).join(', ');
}
