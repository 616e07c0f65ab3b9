import { refuserOf } from '../refusal.js';
import type { OccurrenceState } from './cadence-kinds.js';

/** Codes of series and their dates. */
export interface CadenceRefusals {
  /** `legal`: the actions that the present state allows, whoever asks. */
  OCCURRENCE_IN_OTHER_STATE: { state: OccurrenceState; action: string; legal: string[] };
  /** Nothing of it is to come that could be changed; `followedById` is of the series that goes on, null where none does. */
  CADENCE_OVER: { followedById: string | null };
}

export const refuseCadence = refuserOf<CadenceRefusals>();
