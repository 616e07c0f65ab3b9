import { refuserOf } from '../refusal.js';
import type { ImpedimentState } from './impediment-state.js';

/** Codes of this feature. */
export interface ImpedimentRefusals {
  /** `legal`: the actions that the present state allows, whoever asks. */
  ILLEGAL_TRANSITION: { state: ImpedimentState; action: string; legal: string[] };
  TRIAGE_INCOMPLETE: { missing: ('owner' | 'severity' | 'level')[] };
  DUPLICATE_OF_ITSELF: Record<never, never>;
  /** What it should be a duplicate of leads, by its own duplicates, back to it. */
  DUPLICATE_CYCLE: Record<never, never>;
  /** The team that raised an impediment is affected by it. */
  RAISING_TEAM_STAYS: Record<never, never>;
  /** The few seconds in which it was offered are over. */
  UNDO_EXPIRED: Record<never, never>;
  /** It was taken back already. */
  UNDO_GONE: Record<never, never>;
  LINK_TO_ITSELF: Record<never, never>;
  /** To the same impediment, from whichever end, or to the same address. */
  LINKED_ALREADY: Record<never, never>;
  /** Of a level; it stands still for this reason. */
  CLOCK_PAUSED_ALREADY: { reason: string };
  CLOCK_RUNS_ALREADY: Record<never, never>;
  /** Too late to pause it. `at`: ISO text. */
  CLOCK_RAN_OUT: { at: string };
  /** To that level an impediment goes with a brief only. */
  BRIEF_NEEDED: { level: string };
  /** `by`: the name of the one who answered; `at`: ISO text. */
  BRIEF_ANSWERED_ALREADY: { by: string; at: string };
  /** A newer one was sent for the same impediment. */
  BRIEF_REPLACED: Record<never, never>;
  /** A source goes up in another one only. */
  MERGED_INTO_ITSELF: Record<never, never>;
  /** The source `name` went up in the source `into` before. */
  MERGED_ALREADY: { name: string; into: string };
  /** Nobody keeps more views than this. */
  TOO_MANY_VIEWS: { limit: number };
}

export const refuseImpediment = refuserOf<ImpedimentRefusals>();
