import { refuserOf } from '../refusal.js';

/** Refusals of how decisions are delegated; the sentences are for people. */
export interface DelegationRefusals {
  /** Accepted or rejected by somebody whom the delegation does not trust with it. */
  NOT_DELEGATED: { mayAccept: string[]; words: string };
  /** A consent, an advice or a rationale is still missing. */
  DECISION_WAITS: { waitsFor: string[] };
  /** ISO text; null: there never was a veto. */
  VETO_CLOSED: { endedAt: string | null };
  /** The other side's words, once given, are not overwritten: only an objection is withdrawn, by consenting. */
  ASK_ANSWERED_ALREADY: { by: string; at: string };
  DECISION_AREA_NAME_TAKEN: { name: string };
}

export const refuseDelegation = refuserOf<DelegationRefusals>();
