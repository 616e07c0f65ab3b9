import type { WorkingCalendar } from '../organization/working-calendar.js';
import { WorkingTime } from '../organization/working-time.js';
import { Refusal } from '../refusal.js';
import type { ClockTerms } from './impediment-ladder.js';
import { refuseImpediment } from './impediment-refusals.js';

const HOUR = 3_600_000;

/**
 * The clock of one stay at a level: a stopwatch of working time. Each step writes down what was worked until then, and
 * only what comes after it is still to be counted, so nothing that happens later changes what was counted: neither
 * another ladder, nor another calendar (a holiday that is added ahead gives running clocks a day more, one that is added
 * afterwards changes nothing), nor a process whose own clock is slow. Moments and times are milliseconds.
 */
export interface LevelClock {
  readonly level: number;
  /** As the ladder was when the impediment came to the level; see `termsOf`. */
  readonly terms: ClockTerms;
  /** When it came to the level. */
  readonly beganAt: number;
  /** Working time until `countedTo`. */
  readonly worked: number;
  readonly countedTo: number;
  /** Why it stands still; null while it runs. */
  readonly pausedBecause: string | null;
  /** When its hours were over, as far as it was counted; null before. Afterwards it counts on. */
  readonly ranOutAt: number | null;
  /** When the impediment left the level, or stood in nobody's way any more; null while it is there. */
  readonly endedAt: number | null;
}

/** The clock of an impediment that comes to a level, whether raised, escalated, de-escalated or reopened: it runs from zero. */
export function startClock(level: number, terms: ClockTerms, at: number): LevelClock {
  return { level, terms, beganAt: at, worked: 0, countedTo: at, pausedBecause: null, ranOutAt: null, endedAt: null };
}

export function isRunning({ pausedBecause, endedAt }: LevelClock): boolean {
  return pausedBecause === null && endedAt === null;
}

/** Working time so far. @param calendar as it is since the last step */
export function workedAt(clock: LevelClock, at: number, calendar: WorkingCalendar): number {
  return isRunning(clock) ? clock.worked + WorkingTime.of(calendar).between(clock.countedTo, at) : clock.worked;
}

/** When it has run out, or will when nothing happens; null while it stands still with hours left. */
export function runsOutAt(clock: LevelClock, calendar: WorkingCalendar): number | null {
  return clock.ranOutAt ?? (isRunning(clock) ? reachesAt(clock, clock.terms.clockWorkingHours, calendar) : null);
}

/** When it will have counted so many hours if nothing happens; where it stood when it has counted them already. */
export function reachesAt(clock: LevelClock, hours: number, calendar: WorkingCalendar): number {
  return WorkingTime.of(calendar).plus(clock.countedTo, Math.max(0, hours * HOUR - clock.worked));
}

/**
 * Stands still until it is resumed; whoever looks sees why. Too late once it has run out: an impediment does not become
 * less overdue, and automatic escalation must not depend on who was quicker.
 * @throws RangeError once it has ended
 */
export function pauseClock(
  clock: LevelClock,
  reason: string,
  at: number,
  calendar: WorkingCalendar,
): LevelClock | Refusal {
  refuseEnded(clock);
  if (clock.pausedBecause !== null) return refuseImpediment('CLOCK_PAUSED_ALREADY', { reason: clock.pausedBecause });
  const counted = countedUpTo(clock, at, calendar);
  if (counted.ranOutAt !== null)
    return refuseImpediment('CLOCK_RAN_OUT', { at: new Date(counted.ranOutAt).toISOString() });
  return { ...counted, pausedBecause: reason };
}

/** Runs on from where it stood. @throws RangeError once it has ended */
export function resumeClock(clock: LevelClock, at: number, calendar: WorkingCalendar): LevelClock | Refusal {
  refuseEnded(clock);
  if (clock.pausedBecause === null) return refuseImpediment('CLOCK_RUNS_ALREADY', {});
  return { ...countedUpTo(clock, at, calendar), pausedBecause: null };
}

/** The impediment leaves the level, or is resolved, declined, a duplicate. One that has ended stays as it is. */
export function endClock(clock: LevelClock, at: number, calendar: WorkingCalendar): LevelClock {
  if (clock.endedAt !== null) return clock;
  const counted = countedUpTo(clock, at, calendar);
  return { ...counted, endedAt: counted.countedTo };
}

/**
 * Writes down what was worked until now; what comes is counted by whatever calendar is given from here on. For every
 * clock that has not ended, right before the calendar of the organization changes.
 * A moment before the last step is taken for that step's: other processes have clocks of their own.
 * @param calendar as it was until now
 */
export function countedUpTo(clock: LevelClock, at: number, calendar: WorkingCalendar): LevelClock {
  if (clock.endedAt !== null) return clock;
  const countedTo = Math.max(at, clock.countedTo);
  const worked = workedAt(clock, countedTo, calendar);
  const ranOut = worked >= clock.terms.clockWorkingHours * HOUR;
  return { ...clock, worked, countedTo, ranOutAt: ranOut ? runsOutAt(clock, calendar) : null };
}

function refuseEnded({ endedAt }: LevelClock): void {
  if (endedAt !== null) throw new RangeError('This clock has ended.');
}
