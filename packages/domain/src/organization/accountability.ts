import { type DateRange, lastsOn } from './date-range.js';
import type { Role, RoleKind } from './role.js';

export interface AssignmentFact extends DateRange {
  id: string;
  personId: string;
  role: Role;
  kind: RoleKind;
  scopeId: string;
  /** Of the person's working time, 1 to 100; null: not said. */
  sharePercent: number | null;
}

export interface AbsenceFact {
  personId: string;
  startsOn: string;
  /** YYYY-MM-DD, exclusive: the first day back. */
  endsBefore: string;
}

export interface AccountabilityFacts {
  assignments: AssignmentFact[];
  absences: AbsenceFact[];
}

export interface AccountabilityAnswer {
  because: 'PRIMARY' | 'ACTING' | 'BACKUP' | 'VACANT';
  personId: string | null;
  primaryPersonId: string | null;
  /** The primary's first day back, YYYY-MM-DD; null when present, or when there is no primary. */
  primaryAbsentUntil: string | null;
}

/** Who answers first. An associate helps and never answers; only a backup stands in. */
const RANKING = ['ACTING', 'PRIMARY', 'BACKUP'] as const;

/**
 * Who answers for a role in a scope on a day: an acting holder before the primary, the primary before the backup,
 * and only people who are not away. Nobody is a visible vacancy, never a guess.
 *
 * @param at YYYY-MM-DD in the organization's time zone.
 */
export function accountableFor(
  facts: AccountabilityFacts,
  scopeId: string,
  role: Role,
  at: string,
): AccountabilityAnswer {
  const holders = facts.assignments
    .filter((held) => held.scopeId === scopeId && held.role === role && lastsOn(held, at))
    .sort(longestServingFirst);
  const primary = holders.find((held) => held.kind === 'PRIMARY');
  const known = {
    primaryPersonId: primary?.personId ?? null,
    primaryAbsentUntil: primary === undefined ? null : absentUntil(facts.absences, primary.personId, at),
  };
  for (const kind of RANKING) {
    const present = holders.find(
      (held) => held.kind === kind && absentUntil(facts.absences, held.personId, at) === null,
    );
    if (present !== undefined) return { because: kind, personId: present.personId, ...known };
  }
  return { because: 'VACANT', personId: null, ...known };
}

/** The first day back when the person is away on the day (absences that touch are one), else null. */
export function absentUntil(absences: AbsenceFact[], personId: string, at: string): string | null {
  const own = absences.filter((absence) => absence.personId === personId);
  let back = at;
  for (let next = reachingPast(own, back); next !== undefined; next = reachingPast(own, back)) back = next.endsBefore;
  return back === at ? null : back;
}

function reachingPast(absences: AbsenceFact[], day: string): AbsenceFact | undefined {
  return absences.find((absence) => lastsOn(absence, day));
}

/** Several backups need one answer that does not depend on the order of rows. */
export function longestServingFirst(one: AssignmentFact, other: AssignmentFact): number {
  return compare(one.startsOn ?? '', other.startsOn ?? '') || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
