import { refuserOf } from '../refusal.js';
import type { DecisionState } from './decision-state.js';

/** Codes of the decision log. Those of how decisions are delegated: `delegation-refusals`. */
export interface DecisionRefusals {
  /** `legal`: the actions that the present state allows, whoever asks. */
  DECISION_IN_OTHER_STATE: { state: DecisionState; action: string; legal: string[] };
  /** Only what is in force can be replaced; `by` is the key of the one that did it already, null where none did. */
  NOTHING_TO_SUPERSEDE: { key: string; state: DecisionState; by: string | null };
  /** Of the same decision to the same thing. */
  DECISION_LINKED_ALREADY: Record<never, never>;
  /** It was there when the decision was made. */
  DECISION_LINK_STAYS: Record<never, never>;
}

export const refuseDecision = refuserOf<DecisionRefusals>();
