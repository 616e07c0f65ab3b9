import type { OrderShift } from '@chapterhouse/domain/priorities/one-order';
import {
  MOST_SHIFTS_TOLD,
  type OrderMovedPayload,
  type OrderMoveScope,
} from '@chapterhouse/domain/priorities/order-events';
import type { RankedOrder } from '@chapterhouse/domain/priorities/ranked-order';
import { hasLongRank } from '@chapterhouse/domain/priorities/ranked-rows';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { type OrderMoveRow, OrderRepository } from './order.repository.js';

/** One change of one product's order, whatever the number of items. */
export interface OrderStep {
  productId: string;
  /** What it is about; their areas are loaded. */
  itemIds: readonly string[];
  /** Beside the items, a place may name others. */
  besideIds?: readonly string[];
  /** Areas that items come into. */
  areaIds?: readonly (string | null)[];
  scope: OrderMoveScope;
  /** Of an AREA move: whose slots; of items that change their area: the new one. */
  areaId?: string | null;
  reason?: string;
  scenarioId?: string;
  /** The move that this one takes back. */
  undoesId?: string;
  /** @returns the ids of those that are told of */
  take: (order: RankedOrder) => readonly string[];
}

/** What came of it. `move` is undefined when all stood there already. */
export interface TakenStep {
  number: number;
  move: OrderMoveRow | undefined;
}

/** The frame of every change of an order: held, loaded, written, on the record with its number, told with one event. */
@Injectable()
export class OrderSteps {
  constructor(
    @Inject(OrderRepository) private readonly orders: OrderRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @throws what the step refuses */
  async take(tx: Tx, step: OrderStep): Promise<TakenStep> {
    const { productId, itemIds } = step;
    const number = await this.orders.hold(tx, productId);
    const order = await this.orders.load(tx, productId, [...itemIds, ...(step.besideIds ?? [])], step.areaIds);
    const before = new Map(itemIds.map((id) => [id, order.positionOf(id)]));
    const areas = changesArea(step) ? new Map(order.ordered(itemIds).map(({ id, areaId }) => [id, areaId])) : null;
    const told = step.take(order);
    const shifts = told.map((itemId) => ({
      itemId,
      from: before.get(itemId) ?? null,
      to: order.positionOf(itemId),
    }));
    const isMove = step.scope === 'RULE' ? shifts.length > 0 : shifts.some(({ from, to }) => from !== to);
    if (!isMove) return { number, move: undefined };
    const changes = order.changes();
    await this.orders.write(tx, productId, changes);
    if (hasLongRank(changes)) await this.orders.writeAnew(tx, productId);
    return { number: number + 1, move: await this.record(tx, step, number + 1, inOrder(shifts), areas) };
  }

  /** @param areas in which the items were before; null: they stay in them */
  private async record(
    tx: Tx,
    step: OrderStep,
    number: number,
    shifts: OrderShift[],
    areas: ReadonlyMap<string, string | null> | null,
  ): Promise<OrderMoveRow> {
    const { productId, scope, areaId = null, reason = '' } = step;
    const [first] = shifts;
    if (!first) throw new Error('A move moves somebody.');
    const move = await this.orders.append(tx, {
      product_id: productId,
      number,
      item_id: first.itemId,
      scope,
      area_id: areaId,
      from_area_id: areas?.get(first.itemId) ?? null,
      from_position: first.from,
      to_position: first.to,
      count: shifts.length,
      shifts: shifts.length <= MOST_SHIFTS_TOLD ? shifts : [],
      by_id: tx.scope.actorId ?? null,
      reason,
      scenario_id: step.scenarioId ?? null,
      undoes_id: step.undoesId ?? null,
    });
    const payload: OrderMovedPayload = {
      changes: [],
      ...(reason !== '' && { note: reason }),
      moveId: move.id,
      scope,
      areaId,
      shifts: shifts.length <= MOST_SHIFTS_TOLD ? shifts : null,
    };
    await this.events.append(tx, {
      name: 'order.moved',
      subjectType: 'ProductOrder',
      subjectId: productId,
      subjectVersion: number,
      payload,
    });
    return move;
  }
}

const changesArea = ({ scope, areaId }: OrderStep): boolean => scope === 'RULE' && areaId !== undefined;

/** As they stand now; those that left, as they stood. */
function inOrder(shifts: OrderShift[]): OrderShift[] {
  return shifts.sort((one, other) => (one.to ?? one.from ?? 0) - (other.to ?? other.from ?? 0));
}
