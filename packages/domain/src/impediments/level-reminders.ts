import type { WorkingCalendar } from '../organization/working-calendar.js';
import { levelAbove, reminderRepeatHours } from './impediment-ladder.js';
import { type LevelClock, isRunning, reachesAt, workedAt } from './level-clock.js';

const HOUR = 3_600_000;

/** Tells the owner of an impediment about its clock. */
export interface Reminder {
  /** 1, 2, 3, ... within one stay at a level; what was told is remembered as this number. */
  number: number;
  /** That the clock will run out soon, or that it has. */
  kind: 'BEFORE' | 'AFTER';
  /** Working hours on the clock at which it is due. */
  atHours: number;
}

/**
 * The reminder to send now, or null: the last one that is due and was not told. Those that were missed meanwhile (no
 * worker ran) are passed over, for an old "soon" beside a new "too late" only confuses.
 *
 * Before: once, as the terms say. After: when the hours are over, and again each time that as many have passed once more
 * (a day at least), for an impediment must not be forgotten; not where time takes it up by itself, for that is told.
 * Nobody is reminded of a clock that stands still.
 * @param told the number of the last one that was sent in this stay; 0: none
 */
export function reminderDue(clock: LevelClock, told: number, now: number, calendar: WorkingCalendar): Reminder | null {
  if (!isRunning(clock)) return null;
  const worked = workedAt(clock, now, calendar);
  let due: Reminder | null = null;
  for (const reminder of remindersOf(clock)) {
    if (reminder.atHours * HOUR > worked) break;
    if (reminder.number > told) due = reminder;
  }
  return due;
}

/** When the next one that was not told yet is due if nothing happens; may have passed. Null: never. */
export function nextReminderAt(clock: LevelClock, told: number, calendar: WorkingCalendar): number | null {
  if (!isRunning(clock)) return null;
  for (const reminder of remindersOf(clock)) {
    if (reminder.number > told) return reachesAt(clock, reminder.atHours, calendar);
  }
  return null;
}

/** In the order in which they are due; without end where nothing but a person ends it. */
function* remindersOf({ level, terms }: LevelClock): Generator<Reminder> {
  const { clockWorkingHours, remindBeforeHours, escalatesByItself } = terms;
  let number = 0;
  if (remindBeforeHours !== null) {
    yield { number: (number += 1), kind: 'BEFORE', atHours: clockWorkingHours - remindBeforeHours };
  }
  if (escalatesByItself && levelAbove(level) !== null) return;
  const step = reminderRepeatHours(terms);
  for (let atHours = clockWorkingHours; ; atHours += step) yield { number: (number += 1), kind: 'AFTER', atHours };
}
