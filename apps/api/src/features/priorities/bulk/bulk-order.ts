import { isOpenItem } from '@chapterhouse/domain/priorities/item-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ItemRow } from '../items/item-row.js';
import { OrderSlots } from '../order/order-slots.js';
import { OrderSteps } from '../order/order-steps.js';

/** An item that many were changed with; all of one product. */
export interface BulkChange {
  before: ItemRow;
  after: Pick<ItemRow, 'tier' | 'state' | 'area_id'>;
  /** Where it comes back into the order; null or left out: at the bottom. */
  position?: number | null;
}

const belongs = ({ tier, state }: BulkChange['after']): boolean => tier !== 'TASK' && isOpenItem(state);

/** What a change of many says to the order: one step each for those that leave, change their area and come in. */
@Injectable()
export class BulkOrder {
  constructor(
    @Inject(OrderSlots) private readonly slots: OrderSlots,
    @Inject(OrderSteps) private readonly steps: OrderSteps,
  ) {}

  async follow(tx: Tx, productId: string, changes: readonly BulkChange[]): Promise<void> {
    const leaving = changes.filter(({ before, after }) => before.in_order && !belongs(after));
    await this.slots.leave(
      tx,
      productId,
      leaving.map(({ before }) => before.id),
    );
    const moving = changes.filter(
      ({ before, after }) => before.in_order && belongs(after) && before.area_id !== after.area_id,
    );
    for (const areaId of new Set(moving.map(({ after }) => after.area_id)))
      await this.slots.changeArea(
        tx,
        productId,
        moving.filter(({ after }) => after.area_id === areaId).map(({ before }) => before.id),
        areaId,
      );
    await this.enter(
      tx,
      productId,
      changes.filter(({ before, after }) => !before.in_order && belongs(after)),
    );
  }

  private async enter(tx: Tx, productId: string, entering: readonly BulkChange[]): Promise<void> {
    if (entering.length === 0) return;
    const items = entering.map(({ before, after, position }) => ({
      id: before.id,
      areaId: after.area_id,
      position: position ?? Number.MAX_SAFE_INTEGER,
    }));
    await this.steps.take(tx, {
      productId,
      itemIds: items.map(({ id }) => id),
      areaIds: items.map(({ areaId }) => areaId),
      scope: 'RULE',
      take: (order) => {
        order.enterAt(items);
        return items.map(({ id }) => id);
      },
    });
  }
}
