import type { WorkingCalendar } from '../organization/working-calendar.js';
import { WorkingDays } from '../organization/working-days.js';

/** Moments in milliseconds. */
export interface CostFacts {
  /** When each affected team began to be; never before it was raised. */
  affectedSince: readonly number[];
  /** When it stopped standing in the way; null while it does. */
  endedAt: number | null;
}

/**
 * Blocked team-days so far: each affected team for each working day while the impediment stands in the way.
 * The day on which it was raised counts nothing yet.
 * @param now milliseconds
 */
export function blockedTeamDays({ affectedSince, endedAt }: CostFacts, calendar: WorkingCalendar, now: number): number {
  const days = WorkingDays.of(calendar);
  const until = endedAt ?? now;
  return affectedSince.reduce((sum, since) => sum + days.between(since, until), 0);
}
