import { type Recurrence, startsBetween } from './recurrence.js';
import { type LocalDateTime, dayOf, plusDays } from './wall-clock.js';

/** A series without the dates of it that are not somebody's. */
export interface PersonDates {
  /** Dates within it that are not theirs. */
  without: LocalDateTime[];
  /** YYYY-MM-DD: the first day on which it is theirs no more, where that is earlier than its end. */
  endsBefore: string | null;
}

/**
 * What of a series is somebody's, where their dates are known within a time only: earlier dates are taken as theirs, later
 * ones as the last one within. Null: nothing is.
 * @param mine original starts @param window the second one is not in
 */
export function personDates(
  series: Recurrence,
  mine: ReadonlySet<LocalDateTime>,
  [from, before]: [LocalDateTime, LocalDateTime],
): PersonDates | null {
  if (mine.size === 0) return null;
  const all = startsBetween(series, from, before);
  const without = all.filter((start) => !mine.has(start));
  const last = [...mine].sort().at(-1) ?? before;
  const isCutOff = without.some((start) => start > last);
  return {
    without: without.filter((start) => start < last),
    endsBefore: isCutOff ? plusDays(dayOf(last), 1) : series.endsBefore,
  };
}
