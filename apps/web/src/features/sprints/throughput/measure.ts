import type { SprintFactsFragment, ThroughputFactsFragment } from '../../../generated/graphql';

export type Measure = 'items' | 'points';

export const MEASURE_TITLES: Record<Measure, string> = { items: 'Throughput', points: 'Velocity' };

/** One bar of the chart. */
export type Bar = {
  id: string;
  name: string;
  planned: number | null;
  done: number | null;
  /** Among those that the mean is taken of. */
  counts: boolean;
};

export function barsOf({ sprints, ...paces }: ThroughputFactsFragment, measure: Measure): Bar[] {
  const inputs = new Set(paces[measure].inputs.map(({ sprintId }) => sprintId));
  return sprints.map((sprint) => ({
    id: sprint.id,
    name: sprint.name,
    planned: plannedOf(sprint, measure),
    done: doneOf(sprint, measure),
    counts: inputs.has(sprint.id),
  }));
}

export function doneOf(sprint: SprintFactsFragment, measure: Measure): number | null {
  return measure === 'items' ? sprint.doneItems : sprint.donePoints;
}

export function plannedOf(sprint: SprintFactsFragment, measure: Measure): number | null {
  return measure === 'items' ? sprint.plannedItems : sprint.plannedPoints;
}

/** A round number that no bar is higher than, and that halves well. */
export function topOf(bars: readonly Bar[]): number {
  const highest = Math.max(1, ...bars.flatMap(({ planned, done }) => [planned ?? 0, done ?? 0]));
  const step = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 4, 6, 8, 10].map((times) => times * step).find((top) => top >= highest) ?? highest;
}

/** What tells a sprint from its neighbours in few letters: the last number of its name. */
export function shortName(name: string): string {
  return [...name.matchAll(/\d+/g)].at(-1)?.[0].slice(-4) ?? name.slice(0, 4);
}
