import type { OneOrder, OrderPlace } from '@chapterhouse/domain/priorities/one-order';
import type { Tx } from '../../../platform/database/tx.js';

/** Where new items go, when not to the bottom. */
export interface EntryPlace {
  place: OrderPlace;
  /** In the slots of their area only: the others stay where they are. All of one area then. */
  withinArea: boolean;
}

/**
 * What writes of items say to the order of their product: open epics and features are in it, nothing else is. Each call is
 * one move (scope RULE) and one event, whatever the number of items. The order waits for its lock inside; whoever holds it
 * writes no items, so that items may be locked before.
 */
export abstract class OrderSlots {
  /** After the items are written; those that are in it already are passed over. */
  abstract enter(tx: Tx, productId: string, items: OneOrder, at?: EntryPlace): Promise<void>;
  /** Done, dropped, or a task from now on; those that are not in it are passed over. */
  abstract leave(tx: Tx, productId: string, itemIds: readonly string[]): Promise<void>;
  /** They keep their positions; those that are not in it are passed over. The items' own `area_id` is the caller's to write. */
  abstract changeArea(tx: Tx, productId: string, itemIds: readonly string[], areaId: string | null): Promise<void>;
}
