import { type WorkingCalendar, addWorkingTime } from '../organization/working-calendar.js';
import { WorkingTime } from '../organization/working-time.js';

/** From a moment on, milliseconds, the organization works by another calendar. */
export interface CalendarChange {
  before: WorkingCalendar;
  after: WorkingCalendar;
  now: number;
}

/**
 * When clocks that run out at these moments do so by another working calendar, in the given order. What was worked until
 * now counts as it was counted; what is left runs from now on by the new calendar. So a holiday that is added ahead gives
 * a day more, one that is added afterwards changes nothing, and nothing becomes overdue that was in time a moment ago.
 * A clock that has run out has run out, and one without working time left before its moment keeps it.
 */
export function movedClocks(ends: readonly number[], { before, after, now }: CalendarChange): Map<number, number> {
  const moved = new Map<number, number>();
  const worked = WorkingTime.of(before);
  // From one to the next: time that is worked in parts is the time that is worked at once, and each day is looked at once.
  let [end, movedEnd] = [now, now];
  for (const next of [...new Set(ends)].sort((one, other) => one - other)) {
    const more = next <= now ? 0 : worked.between(end, next);
    if (next > now) [end, movedEnd] = [next, addWorkingTime(movedEnd, more, after)];
    moved.set(next, next <= now || movedEnd === now ? next : movedEnd);
  }
  return moved;
}
