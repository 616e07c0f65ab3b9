import { refuserOf } from '../refusal.js';
import type { ScenarioState } from './scenario-state.js';

/** A move of the order that a scenario does not know; `from` and `to` are positions, null outside the order. */
export interface UnknownMove {
  number: number;
  /** Of the item. */
  key: string;
  title: string;
  from: number | null;
  to: number | null;
}

/** Codes of scenarios. */
export interface ScenarioRefusals {
  /** `legal`: the actions that the present state allows, whoever asks. */
  SCENARIO_IN_OTHER_STATE: { state: ScenarioState; action: string; legal: string[] };
  /** The order moved since it was copied: how often, and the latest of those moves. */
  ORDER_MOVED: { behindBy: number; moves: UnknownMove[] };
  /** Its order is the one that counts already. */
  SCENARIO_MOVES_NOTHING: Record<never, never>;
}

export const refuseScenario = refuserOf<ScenarioRefusals>();
