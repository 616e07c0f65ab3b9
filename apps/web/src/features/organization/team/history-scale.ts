import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { addDays, addMonths, daysBetween } from '../../../platform/dates/day-words';

export type HistoryScale = {
  from: string;
  until: string;
  /** Where a day is, in percent of the whole. */
  at: (day: string) => number;
  /** The first days of years, for marks. */
  years: { label: string; at: number }[];
};

/** From the first known start to a quarter from now; at least one year. */
export function historyScale(assignments: readonly HeldAssignmentFragment[], today: string): HistoryScale {
  const starts = assignments.flatMap(({ startsOn }) => startsOn ?? []);
  const ends = assignments.flatMap(({ endsBefore }) => endsBefore ?? []);
  const from = [addMonths(today, -12), ...starts].sort()[0] ?? today;
  const until = [addMonths(today, 3), ...ends].sort().at(-1) ?? addDays(today, 1);
  const whole = daysBetween(from, until);
  const at = (day: string) => Math.min(100, Math.max(0, (daysBetween(from, day) / whole) * 100));
  const first = Number(from.slice(0, 4)) + 1;
  const years = Array.from({ length: Math.max(0, Number(until.slice(0, 4)) - first + 1) }, (_, index) => ({
    label: String(first + index),
    at: at(`${first + index}-01-01`),
  }));
  return { from, until, at, years };
}
