import { type Pace, type PaceMeasure, type SprintPace, finishedWithin, paceBy, paceOf } from './throughput.js';

/** As shown beside each number. */
export const VELOCITY_IMPACT_FORMULA =
  'mean done in the last three finished sprints before it, minus mean done in the finished sprints that it overlaps';

/** What one team got done less while it was blocked, in one measure. */
export interface PaceImpact {
  /** Positive: so much less per sprint; null: not enough data. */
  lost: number | null;
  /** What is missing when there is not enough: two finished sprints before, or one that it overlaps. */
  lack: 'BEFORE' | 'DURING' | null;
  before: Pace;
  during: Pace;
}

/** Per sprint; every number with what it was computed from. */
export interface VelocityImpact {
  teamId: string;
  items: PaceImpact;
  points: PaceImpact;
}

/**
 * By how much a team's throughput and velocity fell while it was blocked. Says what was, not why: other things happen in
 * a sprint, too, which is why the inputs are kept. With fewer than two finished sprints before, or none that it overlaps
 * and that is finished, there is not enough data, and no number.
 * @param from when the team began to be blocked, in milliseconds
 * @param to when it ended, or now
 */
export function velocityImpact(
  sprints: readonly SprintPace[],
  teamId: string,
  from: number,
  to: number,
): VelocityImpact {
  const overlapped = finishedWithin(sprints, teamId, from, to);
  const impact = (measure: PaceMeasure): PaceImpact => {
    const before = paceBy(sprints, teamId, measure, from);
    const during = paceOf(overlapped, measure, 1);
    if (before.mean === null) return { lost: null, lack: 'BEFORE', before, during };
    if (during.mean === null) return { lost: null, lack: 'DURING', before, during };
    return { lost: before.mean - during.mean, lack: null, before, during };
  };
  return { teamId, items: impact('ITEMS'), points: impact('POINTS') };
}
