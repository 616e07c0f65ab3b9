import type { WorkingCalendar } from '../organization/working-calendar.js';
import { WorkingDays } from '../organization/working-days.js';
import { type ImpedimentState, UNRESOLVED_STATES } from './impediment-state.js';

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
  const teams = affectedSince.map((since) => ({ teamId: '', since, until: null }));
  const spans = [{ from: Math.min(...affectedSince), to: endedAt }];
  return sum(blockedTeamDaysByTeam({ teams, spans }, calendar, now));
}

/** An impediment as its cost sees it, with all that it went through. Moments in milliseconds. */
export interface Blockage {
  /** Each time a team was affected; `until` is when it was taken off again. */
  teams: readonly { teamId: string; since: number; until: number | null }[];
  /** When it stood in the way: from being raised or reopened until resolved, declined or a duplicate. Oldest first, apart. */
  spans: readonly { from: number; to: number | null }[];
}

/**
 * Blocked team-days so far, by team. A working day counts for a team when it began with the team blocked: not the day
 * on which that began, but the day on which it ended. So no day counts twice, however often it is resolved and reopened.
 */
export function blockedTeamDaysByTeam(
  { teams, spans }: Blockage,
  calendar: WorkingCalendar,
  now: number,
): Map<string, number> {
  const counted = WorkingDays.of(calendar);
  const byTeam = new Map<string, number>();
  for (const { teamId, since, until } of teams) {
    for (const { from, to } of spans) {
      const days = counted.between(Math.max(since, from), Math.min(until ?? now, to ?? now, now));
      byTeam.set(teamId, (byTeam.get(teamId) ?? 0) + days);
    }
  }
  return byTeam;
}

/** What each further working day costs: the teams that are blocked now. */
export function blockedTeamDaysPerDay({ teams, spans }: Blockage, now: number): number {
  const lasts = (from: number, to: number | null): boolean => from <= now && (to === null || now < to);
  if (!spans.some(({ from, to }) => lasts(from, to))) return 0;
  return new Set(teams.filter(({ since, until }) => lasts(since, until)).map(({ teamId }) => teamId)).size;
}

/** The same by what it is like now: its teams while it stands in the way, nothing once it does not. */
export function teamDaysAddedPerDay(state: ImpedimentState, affectedTeams: number): number {
  return UNRESOLVED_STATES.includes(state) ? affectedTeams : 0;
}

/**
 * Blocked team-days of each month of the organization, `YYYY-MM`, of those that have any.
 * The sum of all months is what it cost so far.
 */
export function blockedTeamDaysByMonth(
  { teams, spans }: Blockage,
  calendar: WorkingCalendar,
  now: number,
): Map<string, number> {
  const counted = WorkingDays.of(calendar);
  const byMonth = new Map<string, number>();
  for (const { since, until } of teams) {
    for (const { from, to } of spans) {
      const months = counted.byMonth(Math.max(since, from), Math.min(until ?? now, to ?? now, now));
      for (const [month, days] of months) byMonth.set(month, (byMonth.get(month) ?? 0) + days);
    }
  }
  return byMonth;
}

/** What is left of it when only the days from one on and before another count; both by the first moment of the day. */
export function blockageWithin({ teams, spans }: Blockage, from: number, to: number, now: number): Blockage {
  // What lasts at the last moment of the day before counts from the first day on; the last day counts by its last moment.
  const [before, last] = [from - 1, to - 1];
  return {
    teams,
    spans: spans.flatMap((span) => {
      const end = Math.min(span.to ?? now, last);
      return end > before ? [{ from: Math.max(span.from, before), to: end }] : [];
    }),
  };
}

function sum(byTeam: ReadonlyMap<string, number>): number {
  return [...byTeam.values()].reduce((total, days) => total + days, 0);
}
