import type { OneOrder, OrderPlace } from '@chapterhouse/domain/priorities/one-order';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { OrderSteps } from './order-steps.js';

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
@Injectable()
export class OrderSlots {
  constructor(@Inject(OrderSteps) private readonly steps: OrderSteps) {}

  /** After the items are written; those that are in it already are passed over. */
  async enter(tx: Tx, productId: string, items: OneOrder, at?: EntryPlace): Promise<void> {
    if (items.length === 0) return;
    const itemIds = items.map(({ id }) => id);
    await this.steps.take(tx, {
      productId,
      itemIds,
      besideIds: at && 'id' in at.place ? [at.place.id] : [],
      areaIds: items.map(({ areaId }) => areaId),
      scope: 'RULE',
      take: (order) => {
        const fresh = itemIds.filter((id) => order.positionOf(id) === null);
        order.enter(items);
        if (at?.withinArea === true) order.moveWithinArea(fresh, at.place);
        else if (at) order.move(fresh, at.place);
        return fresh;
      },
    });
  }

  /** Done, dropped, or a task from now on; those that are not in it are passed over. */
  async leave(tx: Tx, productId: string, itemIds: readonly string[]): Promise<void> {
    if (itemIds.length === 0) return;
    await this.steps.take(tx, {
      productId,
      itemIds,
      scope: 'RULE',
      take: (order) => {
        const there = order.ordered(itemIds).map(({ id }) => id);
        order.leave(there);
        return there;
      },
    });
  }

  /** They keep their positions; those that are not in it are passed over. The items' own `area_id` is the caller's to write. */
  async changeArea(tx: Tx, productId: string, itemIds: readonly string[], areaId: string | null): Promise<void> {
    if (itemIds.length === 0) return;
    await this.steps.take(tx, {
      productId,
      itemIds,
      areaIds: [areaId],
      scope: 'RULE',
      areaId,
      take: (order) => {
        const changed = order.ordered(itemIds).filter((item) => item.areaId !== areaId);
        const ids = changed.map(({ id }) => id);
        order.changeArea(ids, areaId);
        return ids;
      },
    });
  }
}
