import { DateTime } from 'luxon';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import { type ImpedimentNumbers, type NumberFacts, type Period, impedimentNumbers } from './impediment-numbers.js';

export const NUMBER_GROUPS = ['AREA', 'TEAM', 'SOURCE', 'MONTH'] as const;
export type NumberGroup = (typeof NUMBER_GROUPS)[number];

/** The numbers of one area, team, source or month. */
export interface GroupedNumbers {
  /** An id, or a month where the organization is, `2026-03`; null: those without a source. */
  key: string | null;
  numbers: ImpedimentNumbers;
}

/**
 * The numbers of each group that has any, in the period. An impediment belongs to the team that raised it and to that
 * team's area, so that groups add up; months are in order, other groups in the order in which the facts name them.
 */
export function groupedNumbers(
  facts: readonly NumberFacts[],
  by: NumberGroup,
  calendar: WorkingCalendar,
  period: Period,
): GroupedNumbers[] {
  if (by === 'MONTH') return byMonth(facts, calendar, period);
  const groups = new Map<string | null, NumberFacts[]>();
  for (const fact of facts) {
    const key = KEYS[by](fact);
    const group = groups.get(key) ?? [];
    group.push(fact);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, numbers: impedimentNumbers(group, calendar, period) }))
    .filter(({ numbers }) => hasData(numbers));
}

const KEYS: Record<Exclude<NumberGroup, 'MONTH'>, (fact: NumberFacts) => string | null> = {
  AREA: ({ areaId }) => areaId,
  TEAM: ({ raisingTeamId }) => raisingTeamId,
  SOURCE: ({ sourceId }) => sourceId,
};

function byMonth(facts: readonly NumberFacts[], calendar: WorkingCalendar, period: Period): GroupedNumbers[] {
  const months = new Map<string, DateTime>();
  for (const fact of facts) {
    for (const moment of [fact.raisedAt, fact.triagedAt, fact.resolvedAt, fact.endedAt]) {
      if (moment === null) continue;
      const month = DateTime.fromMillis(moment, { zone: calendar.timeZone }).startOf('month');
      months.set(month.toFormat('yyyy-MM'), month);
    }
  }
  return [...months]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, month]) => {
      const from = Math.max(month.toMillis(), period.from ?? Number.NEGATIVE_INFINITY);
      const to = Math.min(month.plus({ months: 1 }).toMillis(), period.to ?? Number.POSITIVE_INFINITY);
      return { key, numbers: impedimentNumbers(facts, calendar, { from, to }) };
    })
    .filter(({ numbers }) => hasData(numbers));
}

function hasData({ timeToTriage, timeToResolve, overdue, reopened }: ImpedimentNumbers): boolean {
  return [timeToTriage.ids, timeToResolve.ids, overdue.ofIds, reopened.ofIds].some((ids) => ids.length > 0);
}
