import { refuserOf } from '../refusal.js';
import type { ActionState } from './action-state.js';

/** Codes of actions, rotas and what comes of meetings. */
export interface ActionRefusals {
  /** `legal`: the actions that the present state allows, whoever asks. */
  ACTION_IN_OTHER_STATE: { state: ActionState; action: string; legal: string[] };
  /** It is not their turn on that day, or its day is over. */
  NOT_THEIR_TURN: { name: string; on: string };
  /** It has been added to this date already. */
  OUTCOME_ADDED_ALREADY: Record<never, never>;
}

export const refuseAction = refuserOf<ActionRefusals>();
