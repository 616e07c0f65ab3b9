import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import type { ImpedimentCardFragment } from '../../../generated/graphql';

export type Sums = {
  overdue: number;
  /** Blocked team-days. */
  days: number;
  /** Ids of the teams that are hit, each once: sums of several are the union, not the total. */
  teams: Set<string>;
};

export const noSums = (): Sums => ({ overdue: 0, days: 0, teams: new Set() });

/** @param today YYYY-MM-DD in the organization's time zone @param now milliseconds */
export function addTo(sums: Sums, impediment: ImpedimentCardFragment, today: string, now: number): void {
  sums.days += impediment.blockedTeamDays;
  if (deadlineOf(impediment, today, now)?.overdue) sums.overdue++;
  for (const { id } of [impediment.raisingTeam, ...impediment.affectedTeams]) sums.teams.add(id);
}

export function sumsOf(impediments: readonly ImpedimentCardFragment[], today: string, now: number): Sums {
  const sums = noSums();
  for (const impediment of impediments) addTo(sums, impediment, today, now);
  return sums;
}

/** Of several together. */
export function together(several: readonly Sums[]): Sums {
  const sums = noSums();
  for (const { overdue, days, teams } of several) {
    sums.overdue += overdue;
    sums.days += days;
    for (const id of teams) sums.teams.add(id);
  }
  return sums;
}
