import { refuserOf } from '../refusal.js';
import type { GoalState } from './goal-fields.js';
import type { ItemState } from './item-state.js';

/** Codes of backlog items and Product Goals. Those of dependencies and scenarios have files of their own. */
export interface ItemRefusals {
  /** `legal`: where the present state leads. */
  ITEM_IN_OTHER_STATE: { state: ItemState; to: ItemState; legal: ItemState[] };
  /** In words: `acceptance criteria`, `a size`, `a parent`. */
  ITEM_NOT_READY: { missing: string[] };
  GOAL_IN_OTHER_STATE: { state: GoalState; action: string };
  /** One at a time in a product: `title` is that of the other one. */
  GOAL_ACTIVE_ALREADY: { title: string };
}

export const refuseItem = refuserOf<ItemRefusals>();
