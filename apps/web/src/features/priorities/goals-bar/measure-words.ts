import type { PlanningGoalsQuery } from '../../../generated/graphql';

export type Measure = NonNullable<PlanningGoalsQuery['planningGoals']['productGoal']>['measures'][number];

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** "240 of 400 orders a day"; what is not known is left out. */
export function measureWords({ current, target, unit }: Measure): string {
  const value = (number: number) => NUMBER.format(number);
  const unitWords = unit === '' ? '' : unit === '%' ? ' %' : ` ${unit}`;
  if (current !== null && target !== null) return `${value(current)} of ${value(target)}${unitWords}`;
  if (target !== null) return `to reach ${value(target)}${unitWords}`;
  if (current !== null) return `${value(current)}${unitWords} now`;
  return 'not measured yet';
}

/** How far it came from its baseline to its target, 0 to 1; null where one of the three is not known. */
export function measureProgress({ baseline, current, target }: Measure): number | null {
  if (baseline === null || current === null || target === null || baseline === target) return null;
  return Math.min(Math.max((current - baseline) / (target - baseline), 0), 1);
}
