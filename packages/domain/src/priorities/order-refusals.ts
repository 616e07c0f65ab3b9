import { refuserOf } from '../refusal.js';

/** Codes of the one order. */
export interface OrderRefusals {
  /** Only open epics and features are; these are not. */
  NOT_IN_ORDER: { keys: string[] };
  /** In an area's own slots only its own items move. */
  ONE_AREA_AT_A_TIME: Record<never, never>;
  /** Somebody moved these since: to take the older move back would take theirs along. */
  MOVED_SINCE: { keys: string[] };
}

export const refuseOrder = refuserOf<OrderRefusals>();
