import type { SprintState } from './sprint-fields.js';

/** A sprint as far as its pace is needed. Moments in milliseconds. */
export interface SprintPace {
  id: string;
  name: string;
  teamId: string;
  state: SprintState;
  startsAt: number;
  /** When it was finished, or was to be; not part of it. */
  endsAt: number;
  /** Null: not known, or the team does not estimate. */
  doneItems: number | null;
  donePoints: number | null;
}

/** What is counted: throughput is items per sprint, velocity is points per sprint. */
export const PACE_MEASURES = ['ITEMS', 'POINTS'] as const;
export type PaceMeasure = (typeof PACE_MEASURES)[number];

/** How many sprints a pace is taken of, and how few still tell something. */
export const PACE_SPRINTS = 3;
export const PACE_SPRINTS_AT_LEAST = 2;

/** A mean, with the sprints that it is taken of. */
export interface Pace {
  /** Null: not enough data. */
  mean: number | null;
  inputs: readonly { sprintId: string; name: string; done: number }[];
}

/**
 * The last three finished sprints of a team that were over by a moment, the latest first. One that still runs tells
 * nothing yet: what is not done may still be.
 */
export function lastFinished(sprints: readonly SprintPace[], teamId: string, by: number): SprintPace[] {
  return finishedOf(sprints, teamId)
    .filter(({ endsAt }) => endsAt <= by)
    .toSorted(
      (one, other) => other.endsAt - one.endsAt || other.startsAt - one.startsAt || (one.id < other.id ? -1 : 1),
    )
    .slice(0, PACE_SPRINTS);
}

/** The finished sprints of a team that had some time in common with a span, the earliest first. */
export function finishedWithin(sprints: readonly SprintPace[], teamId: string, from: number, to: number): SprintPace[] {
  return finishedOf(sprints, teamId)
    .filter(({ startsAt, endsAt }) => startsAt < to && from < endsAt)
    .toSorted((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1));
}

/** Mean of what these sprints got done. Those that do not say are left out; with fewer than `atLeast` left, there is none. */
export function paceOf(sprints: readonly SprintPace[], measure: PaceMeasure, atLeast: number): Pace {
  const inputs = sprints.flatMap(({ id, name, doneItems, donePoints }) => {
    const done = measure === 'ITEMS' ? doneItems : donePoints;
    return done === null ? [] : [{ sprintId: id, name, done }];
  });
  const total = inputs.reduce((sum, { done }) => sum + done, 0);
  return { mean: inputs.length < Math.max(1, atLeast) ? null : total / inputs.length, inputs };
}

/** A team's throughput or velocity by a moment: the mean of its last three finished sprints. */
export function paceBy(sprints: readonly SprintPace[], teamId: string, measure: PaceMeasure, by: number): Pace {
  return paceOf(lastFinished(sprints, teamId, by), measure, PACE_SPRINTS_AT_LEAST);
}

function finishedOf(sprints: readonly SprintPace[], teamId: string): SprintPace[] {
  return sprints.filter((sprint) => sprint.teamId === teamId && sprint.state === 'CLOSED');
}
