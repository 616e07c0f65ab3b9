import type { WorkingCalendar } from '../organization/working-calendar.js';
import { WorkingTime } from '../organization/working-time.js';
import { percentile } from '../percentile.js';
import type { ImpedimentState } from './impediment-state.js';

const HOUR = 3_600_000;

/** An impediment as the numbers see it. Moments in milliseconds; null: not yet, or never. */
export interface NumberFacts {
  id: string;
  state: ImpedimentState;
  /** That it is at, or was resolved at. */
  level: number;
  raisingTeamId: string;
  /** Of that team. */
  areaId: string;
  /** Of a merged source: of the one that it went up in. */
  sourceId: string | null;
  raisedAt: number;
  /** The first time. */
  triagedAt: number | null;
  /** The last time, as long as it was not reopened. */
  resolvedAt: number | null;
  /** When it ended the last time, or did before it was reopened: resolved, or declined. */
  endedAt: number | null;
  reopenedCount: number;
  /** Whether it was ever at a higher level than the one at which it began. */
  escalated: boolean;
  /** Whether clocks of levels ran for it: not for one that was imported when it was over. */
  hadClock: boolean;
  /** When a level's clock first ran out; null: none did. */
  overdueAt: number | null;
}

/** From a moment until right before another; null: without a bound on that side. */
export interface Period {
  from: number | null;
  to: number | null;
}

/** Working hours between two moments; `ids` of those it is taken of. Null: no data. */
export interface TimeNumber {
  median: number | null;
  percentile85: number | null;
  ids: string[];
}

/** How many of how many, with the ids of both. Null: no data. */
export interface ShareNumber {
  share: number | null;
  ids: string[];
  ofIds: string[];
}

export interface ImpedimentNumbers {
  timeToTriage: TimeNumber;
  timeToResolve: TimeNumber;
  /** By the level at which they were resolved, the lowest first. */
  timeToResolveByLevel: (TimeNumber & { level: number })[];
  overdue: ShareNumber;
  reopened: ShareNumber;
  resolvedWithoutEscalation: ShareNumber;
}

/** What each number counts, and when: for people, beside the number. */
export const NUMBER_WORDS: Record<keyof ImpedimentNumbers, { title: string; counts: string }> = {
  timeToTriage: {
    title: 'Time to triage',
    counts: 'Working hours from being raised to the first triage, of those triaged in the period.',
  },
  timeToResolve: {
    title: 'Time to resolve',
    counts: 'Working hours from being raised to what removed it for good, of those resolved in the period.',
  },
  timeToResolveByLevel: {
    title: 'Time to resolve, by level',
    counts: 'The same, by the level at which they were resolved.',
  },
  overdue: {
    title: 'Overdue',
    counts: 'Of those raised in the period that had a clock, the share whose clock ever ran out.',
  },
  reopened: {
    title: 'Reopened',
    counts: 'Of those that ended in the period (resolved or declined), the share that was ever reopened.',
  },
  resolvedWithoutEscalation: {
    title: 'Resolved without escalation',
    counts: 'Of those resolved in the period, the share that never left its first level upwards.',
  },
};

/**
 * The numbers of some impediments in a period. Each counts by a moment of its own, as `NUMBER_WORDS` says, so that a
 * number of last month does not change when something else happens today. Duplicates count nowhere: they are the same
 * impediment once more. Where nothing counts there is no number, not a zero. Percentiles as `percentile` has them.
 */
export function impedimentNumbers(
  facts: readonly NumberFacts[],
  calendar: WorkingCalendar,
  period: Period,
): ImpedimentNumbers {
  const counted = facts.filter(({ state }) => state !== 'DUPLICATE');
  const within = (moment: (fact: NumberFacts) => number | null): NumberFacts[] =>
    counted.filter((fact) => liesIn(moment(fact), period));
  const resolved = within(({ resolvedAt }) => resolvedAt);
  const toResolve = (some: readonly NumberFacts[]): TimeNumber =>
    timeOf(some, ({ resolvedAt }) => resolvedAt, calendar);
  const levels = [...new Set(resolved.map(({ level }) => level))].sort((one, other) => one - other);
  return {
    timeToTriage: timeOf(
      within(({ triagedAt }) => triagedAt),
      ({ triagedAt }) => triagedAt,
      calendar,
    ),
    timeToResolve: toResolve(resolved),
    timeToResolveByLevel: levels.map((level) => ({
      level,
      ...toResolve(resolved.filter((fact) => fact.level === level)),
    })),
    overdue: shareOf(
      within(({ raisedAt, hadClock }) => (hadClock ? raisedAt : null)),
      ({ overdueAt }) => overdueAt !== null,
    ),
    reopened: shareOf(
      within(({ endedAt }) => endedAt),
      ({ reopenedCount }) => reopenedCount > 0,
    ),
    resolvedWithoutEscalation: shareOf(resolved, ({ escalated }) => !escalated),
  };
}

function liesIn(moment: number | null, { from, to }: Period): boolean {
  return moment !== null && (from === null || from <= moment) && (to === null || moment < to);
}

function timeOf(
  facts: readonly NumberFacts[],
  end: (fact: NumberFacts) => number | null,
  calendar: WorkingCalendar,
): TimeNumber {
  const time = WorkingTime.of(calendar);
  const hours = facts.map((fact) => time.between(fact.raisedAt, end(fact) ?? fact.raisedAt) / HOUR);
  return { median: percentile(hours, 0.5), percentile85: percentile(hours, 0.85), ids: facts.map(({ id }) => id) };
}

function shareOf(facts: readonly NumberFacts[], counts: (fact: NumberFacts) => boolean): ShareNumber {
  const ids = facts.filter(counts).map(({ id }) => id);
  return {
    share: facts.length === 0 ? null : ids.length / facts.length,
    ids,
    ofIds: facts.map(({ id }) => id),
  };
}
