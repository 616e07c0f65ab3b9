import type { PaceFactsFragment, SprintFactsFragment, ThroughputFactsFragment } from '../../../generated/graphql';

export const TEAM = { __typename: 'Team' as const, id: 'Team_1', name: 'Yard' };

/** A sprint of two weeks in March 2026 and later, as the server would send it; the number makes it. */
export function sprint(number: number, facts: Partial<SprintFactsFragment> = {}): SprintFactsFragment {
  const day = (days: number) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10);
  return {
    __typename: 'Sprint',
    id: `Sprint_${number}`,
    name: `Sprint ${number}`,
    goal: '',
    state: 'CLOSED',
    startsOn: day(14 * (number - 1)),
    endsBefore: day(14 * number),
    plannedItems: 10,
    plannedPoints: null,
    doneItems: 8,
    donePoints: null,
    imported: false,
    editedByHand: [],
    counted: null,
    version: 1,
    viewerCan: ['sprint:view', 'sprint:record', 'sprint:remove'],
    ...facts,
  };
}

export const pace = (mean: number | null, of: readonly SprintFactsFragment[] = []): PaceFactsFragment => ({
  __typename: 'TeamPace',
  mean,
  needed: 2,
  inputs: of.map(({ id, name, doneItems }) => ({ __typename: 'PaceInput', sprintId: id, name, done: doneItems ?? 0 })),
});

/** Of finished sprints, the earliest first; the mean is taken of the last three. */
export function throughput(
  sprints: SprintFactsFragment[],
  facts: Partial<ThroughputFactsFragment> = {},
): ThroughputFactsFragment {
  const last = sprints.slice(-3).toReversed();
  const sum = last.reduce((total, { doneItems }) => total + (doneItems ?? 0), 0);
  return {
    __typename: 'TeamThroughput',
    viewerCan: ['sprint:view', 'sprint:record', 'sprint:remove'],
    sprints,
    items: pace(last.length < 2 ? null : sum / last.length, last),
    points: pace(null),
    ...facts,
  };
}
