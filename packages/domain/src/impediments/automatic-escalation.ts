import type { WorkingCalendar } from '../organization/working-calendar.js';
import { levelAbove } from './impediment-ladder.js';
import { type LevelClock, runsOutAt } from './level-clock.js';
import { nextReminderAt } from './level-reminders.js';

/** That time alone takes an impediment one level up. */
export interface AutomaticEscalation {
  toLevel: number;
  /** When its clock ran out. The stay at the next level begins when it is taken there, which may be later. */
  dueAt: number;
}

/**
 * The automatic escalation that is due now, or null. It ends the stay, so a stay has one at most: whoever carries it out
 * looks again at the clock of the row that they have locked. A clock that stands still has not run out; one that ended
 * (somebody was quicker) asks for nothing.
 *
 * Also to the top: an impediment that nobody looks after gets there by time alone, and without the words of its brief,
 * which only people can write. It shows there as one whose brief is still to be written.
 */
export function escalationDue(clock: LevelClock, now: number, calendar: WorkingCalendar): AutomaticEscalation | null {
  const dueAt = escalatesAt(clock, calendar);
  const toLevel = levelAbove(clock.level);
  return dueAt === null || toLevel === null || dueAt > now ? null : { toLevel, dueAt };
}

/** When time alone takes it up if nothing happens; null: never. */
export function escalatesAt(clock: LevelClock, calendar: WorkingCalendar): number | null {
  const goesUp = clock.endedAt === null && clock.terms.escalatesByItself && levelAbove(clock.level) !== null;
  return goesUp ? runsOutAt(clock, calendar) : null;
}

/**
 * When a worker next has something to do for this clock; may have passed. Null: not before somebody does something.
 * @param told the number of the last reminder of this stay; 0: none
 */
export function wakesAt(clock: LevelClock, told: number, calendar: WorkingCalendar): number | null {
  const moments = [nextReminderAt(clock, told, calendar), escalatesAt(clock, calendar)];
  return moments.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
}
