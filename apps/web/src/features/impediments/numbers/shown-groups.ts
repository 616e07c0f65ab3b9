import type { ImpedimentNumbersQuery, NumbersFactsFragment } from '../../../generated/graphql';
import { addMonths } from '../../../platform/dates/day-words';
import { monthName, monthWords } from './number-words';
import { type CountedView, monthsOf, NO_SOURCE, type NumbersView, type NumbersWindow } from './numbers-view';

type AnsweredGroup = ImpedimentNumbersQuery['now']['groups'][number];
type Scope = Pick<CountedView, 'from' | 'endsBefore' | 'area' | 'team' | 'source'>;

/** A month, area, team or source with its numbers, and where the lists behind them are. */
export type ShownGroup = {
  id: string;
  name: string;
  /** Under a bar. */
  short: string;
  /** Null: a month in which nothing counts. */
  numbers: NumbersFactsFragment | null;
  scope: Scope;
};

/** All months of the span, oldest first; of others those that have any data. */
export function groupsShown(groups: readonly AnsweredGroup[], view: NumbersView, span: NumbersWindow): ShownGroup[] {
  const whole = scopeOf(view, span);
  if (view.by === 'MONTH') {
    const byMonth = new Map(groups.map(({ month, numbers }) => [month, numbers]));
    const months = monthsOf(span);
    return months.map((month) => ({
      id: month,
      name: month === months.at(-1) ? `${monthWords(month)} so far` : monthWords(month),
      short: monthName(month, months.length),
      numbers: byMonth.get(month) ?? null,
      scope: { ...whole, from: `${month}-01`, endsBefore: addMonths(`${month}-01`, 1) },
    }));
  }
  return groups.map(({ area, team, source, numbers }) => {
    const one = area ?? team ?? source;
    const name = one?.name ?? 'No source named';
    const facet = view.by === 'AREA' ? 'area' : view.by === 'TEAM' ? 'team' : 'source';
    return { id: one?.id ?? NO_SOURCE, name, short: name, numbers, scope: { ...whole, [facet]: one?.id ?? NO_SOURCE } };
  });
}

/** All that the numbers are of. */
export function scopeOf({ area, team, source }: NumbersView, { from, endsBefore }: NumbersWindow): Scope {
  return { from, endsBefore, area, team, source };
}

export function countsAny({ timeToTriage, timeToResolve, overdue, reopened }: NumbersFactsFragment): boolean {
  return timeToTriage.count + timeToResolve.count + overdue.of + reopened.of > 0;
}
