import { refuserOf } from '../refusal.js';

/** Codes of using what is published: runs, walks, adoptions. */
export interface ArtifactUseRefusals {
  /** There is no version yet that could be used. */
  NOTHING_PUBLISHED: Record<never, never>;
  /** A template that lists no tasks, or was for something else when it was published. */
  NOTHING_TO_RUN: Record<never, never>;
  /** It has no version of that number. */
  NO_SUCH_VERSION: { number: number; latest: number };
  /** The run is over: nothing of it changes any more. */
  RUN_ENDED: Record<never, never>;
  /** Whoever walks is elsewhere, or that is no answer there; `at` is where they are. */
  ANSWER_NOT_OFFERED: { at: string };
  /** At the root there is nothing to take back. */
  WALK_AT_ITS_BEGINNING: Record<never, never>;
  /** The team follows it already: that adoption is edited, or ended first. */
  ADOPTED_ALREADY: { adoptionId: string; number: number };
  /** The team does not follow it any more. */
  ADOPTION_ENDED: Record<never, never>;
  /** Names of the teams that are not two versions behind, and of those that were nudged within the week. Nobody was nudged. */
  NOT_TO_BE_NUDGED: { notBehind: string[]; nudgedLately: string[] };
}

export const refuseArtifactUse = refuserOf<ArtifactUseRefusals>();
