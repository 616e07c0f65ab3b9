import { refuserOf } from '../refusal.js';
import type { DependencyState } from './dependency-state.js';
import type { ItemState } from './item-state.js';

/** Codes of dependencies between items. */
export interface DependencyRefusals {
  /** `legal`: the actions that the present state allows, whoever asks. */
  DEPENDENCY_IN_OTHER_STATE: { state: DependencyState; action: string; legal: string[] };
  /** Each item of the circle by its key, the first one again at the end: every one would wait for the next. */
  DEPENDENCY_CYCLE: { keys: string[] };
  /** The same is asked for already. */
  DEPENDENCY_ASKED_ALREADY: { key: string };
  /** ISO text: until then there is time to answer. */
  DEPENDENCY_STILL_IN_TIME: { answerDueAt: string };
  /** An item at one of its ends is done or dropped: nothing is promised or asked between them any more. */
  DEPENDENCY_ITEM_ENDED: { key: string; state: ItemState };
  /** An impediment was made of it: there is one. */
  DEPENDENCY_RAISED_ALREADY: { key: string };
}

export const refuseDependency = refuserOf<DependencyRefusals>();
