import { type WorkingCalendar, workingWindows } from '../organization/working-calendar.js';

const DAY = 24 * 3_600_000;
/** Nobody is away longer as a whole: holidays and all. */
const FURTHEST = 15 * DAY;

/**
 * When to remind of something: a day before, and where nobody works then, at the end of the last working time before. In
 * milliseconds, as the moment itself.
 */
export function reminderMoment(startsAt: number, calendar: WorkingCalendar): number {
  const dayBefore = startsAt - DAY;
  let last = dayBefore;
  for (const { start, end } of workingWindows(startsAt - FURTHEST, calendar)) {
    if (start > dayBefore) return last;
    last = Math.min(end, dayBefore);
  }
  return last;
}
