import {
  type Blockage,
  blockedTeamDays,
  blockedTeamDaysByTeam,
  type CostFacts,
} from '@chapterhouse/domain/impediments/impediment-cost';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import type { ImpedimentRow } from './impediment-row.js';

/** What of an impediment its cost follows from. */
export type CostRow = Pick<ImpedimentRow, 'state' | 'resolved_at' | 'closed_at' | 'updated_at' | 'teams_since'>;

/** These end without a moment of their own; the last change stands for it. */
const ENDS_UNDATED: ReadonlySet<string> = new Set(['DECLINED', 'DUPLICATE']);

/** When it stopped standing in the way, ISO text; null while it does. */
export function endOf(row: Omit<CostRow, 'teams_since'>): string | null {
  return row.resolved_at ?? row.closed_at ?? (ENDS_UNDATED.has(row.state) ? row.updated_at : null);
}

export function costFactsOf(row: CostRow): CostFacts {
  const ended = endOf(row);
  return {
    affectedSince: row.teams_since.map((seconds) => seconds * 1000),
    endedAt: ended === null ? null : Date.parse(ended),
  };
}

/** Whether only the log can tell its cost: it came back, so that it did not stand in the way all the time, or its end has no moment. */
export function isToldByLog({ state, reopened_count }: Pick<ImpedimentRow, 'state' | 'reopened_count'>): boolean {
  return reopened_count > 0 || ENDS_UNDATED.has(state);
}

/** Blocked team-days so far. @param blockage by the log, where that has been asked */
export function teamDaysOf(
  row: CostRow,
  blockage: Blockage | undefined,
  calendar: WorkingCalendar,
  now: number,
): number {
  if (!blockage) return blockedTeamDays(costFactsOf(row), calendar, now);
  return [...blockedTeamDaysByTeam(blockage, calendar, now).values()].reduce((sum, days) => sum + days, 0);
}
