import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { type WindowColumns, WorkingTime } from '@chapterhouse/domain/organization/working-time';

const YEAR = 365 * 24 * 3_600_000;
/** What lies further back counts as no working time: nobody wants it, and each year is work. */
export const MOST_YEARS_OF_WORK = 40;

/** The working windows between two moments in milliseconds, for `workedSql`. */
export function windowsBetween(calendar: WorkingCalendar, from: number, to: number): WindowColumns {
  return WorkingTime.of(calendar).columns(Math.max(from, to - MOST_YEARS_OF_WORK * YEAR), to);
}

/** Where the columns of the windows stand among the values of a statement: `$3::float8[]`. */
export interface WindowPlaces {
  starts: string;
  ends: string;
  workedBefore: string;
}

/** Puts the windows among the values of a statement. */
export function placeWindows({ starts, ends, workedBefore }: WindowColumns, values: unknown[]): WindowPlaces {
  const place = (column: number[]): string => `$${values.push(column)}::float8[]`;
  return { starts: place(starts), ends: place(ends), workedBefore: place(workedBefore) };
}

/**
 * Working hours between two moments, as `WorkingTime.between` has them: a search in the windows for each, so that the
 * cost does not grow with the time between. Both are expressions of type timestamptz.
 */
export function workingHoursSql(from: string, to: string, windows: WindowPlaces): string {
  return `greatest(0, ${workedSql(to, windows)} - ${workedSql(from, windows)}) / 3600000`;
}

function workedSql(at: string, { starts, ends, workedBefore }: WindowPlaces): string {
  const moment = `(extract(epoch from ${at}) * 1000)::float8`;
  // The last window that began by then; 0: none did.
  return `(select case when w.index = 0 then 0
             else (${workedBefore})[w.index] + least(${moment}, (${ends})[w.index]) - (${starts})[w.index] end
            from (select width_bucket(${moment}, ${starts}) as index) as w)`;
}
