import { type ImpedimentState, UNRESOLVED_STATES } from './impediment-state.js';

const DAY = 24 * 3_600_000;

/** By when somebody must have done something about an impediment. */
export interface Deadline {
  overdue: boolean;
  /** Whole days until it, negative when it has passed. */
  days: number;
  /** Its level's clock, or the day that somebody promised. */
  because: 'clock' | 'due';
}

/** `clockEndsAt` is ISO text, `dueOn` YYYY-MM-DD; null: none. */
export interface DeadlineFacts {
  state: ImpedimentState;
  clockEndsAt: string | null;
  dueOn: string | null;
}

/**
 * What comes first of the promised day and the level's clock; null once it stands in nobody's way.
 * @param today YYYY-MM-DD in the organization's time zone
 * @param now milliseconds
 */
export function deadlineOf(impediment: DeadlineFacts, today: string, now: number): Deadline | null {
  if (!UNRESOLVED_STATES.includes(impediment.state)) return null;
  const due = impediment.dueOn === null ? null : daysBetween(today, impediment.dueOn);
  const left = impediment.clockEndsAt === null ? null : Date.parse(impediment.clockEndsAt) - now;
  const byDue: Deadline | null = due === null ? null : { overdue: due < 0, days: due, because: 'due' };
  // A clock is exact: an hour too late is too late, though less than a day.
  const byClock: Deadline | null =
    left === null ? null : { overdue: left <= 0, days: Math.trunc(left / DAY), because: 'clock' };
  if (byDue === null || byClock === null) return byDue ?? byClock;
  if (byDue.overdue !== byClock.overdue) return byDue.overdue ? byDue : byClock;
  return byDue.days <= byClock.days ? byDue : byClock;
}

/** Both YYYY-MM-DD. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
