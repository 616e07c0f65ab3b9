import { isPlaceOfArea, oneAreaOf, type OrderedItem, type OrderPlace } from '@chapterhouse/domain/priorities/one-order';
import { refuseOrder } from '@chapterhouse/domain/priorities/order-refusals';
import { canOnOrder, type OrderAction } from '@chapterhouse/domain/priorities/priorities-policy';
import type { RankedOrder } from '@chapterhouse/domain/priorities/ranked-order';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { undoUntil } from './order-moves.repository.js';
import { type MovedOrder, orderMoveOf } from './order-moves.graphql.js';
import { OrderSteps } from './order-steps.js';
import { OrderRepository, type OrderMoveRow } from './order.repository.js';

/** Ids are the database's. */
export interface MoveCall {
  ids: readonly string[];
  place: OrderPlace;
  reason: string;
  /** Also whoever may order everything wants only the area's own slots permuted. */
  withinArea: boolean;
  idempotencyKey: string | null | undefined;
}

interface MovedItem extends OrderedItem {
  key: string;
  productId: string;
}

/** Moving items in the one order of their product, or in the slots of their own area. */
@Injectable()
export class MoveInOrder {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OrderRepository) private readonly orders: OrderRepository,
    @Inject(OrderSteps) private readonly steps: OrderSteps,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, NOT_IN_ORDER, ONE_AREA_AT_A_TIME, INVALID_INPUT for items of several products */
  move(viewer: Viewer, { idempotencyKey, ...call }: MoveCall): Promise<MovedOrder> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'order:move', call, async () => {
        const productId = await this.productOf(tx, call);
        // From here on nothing of it moves: who may is asked of the areas as they stay.
        await this.orders.hold(tx, productId);
        const items = await itemsIn(tx, call.ids);
        const withinArea = mayOnlyWithinArea(viewer, productId, items, call);
        const besideId = 'id' in call.place ? call.place.id : undefined;
        const { number, move } = await this.steps.take(tx, {
          productId,
          itemIds: call.ids,
          besideIds: besideId === undefined ? [] : [besideId],
          scope: withinArea ? 'AREA' : 'ORDER',
          areaId: withinArea ? (oneAreaOf(items) ?? null) : null,
          reason: call.reason,
          take: (order) => {
            refuseStrangers(order, items);
            if (besideId !== undefined && order.positionOf(besideId) === null)
              throw invalid('to', 'Name an item that is in the order.');
            if (withinArea) order.moveWithinArea(call.ids, call.place);
            else order.move(call.ids, call.place);
            return call.ids;
          },
        });
        return movedOrder(number, move, items);
      }),
    );
  }

  /** Of all of them, and of the one that the place names. */
  private async productOf(tx: Tx, { ids, place }: Pick<MoveCall, 'ids' | 'place'>): Promise<string> {
    const items = await itemsIn(tx, 'id' in place ? [...ids, place.id] : ids);
    const [productId, ...others] = new Set(items.map((item) => item.productId));
    if (productId === undefined) throw refusePlatform('NOT_FOUND', {});
    if (others.length > 0) throw invalid('ids', 'Choose items of one product: each has an order of its own.');
    return productId;
  }
}

/** In the order of the ids. @throws NOT_FOUND when one is of nobody here */
export async function itemsIn(tx: Tx, ids: readonly string[]): Promise<MovedItem[]> {
  const rows = await tx.query<MovedItem & Record<string, unknown>>(
    `select id, external_key as key, product_id as "productId", area_id as "areaId" from backlog_items
      where organization_id = $1 and id = any($2::uuid[]) order by array_position($2::uuid[], id)`,
    [tx.organizationId, ids],
  );
  if (rows.length < new Set(ids).size) throw refusePlatform('NOT_FOUND', {});
  return rows;
}

/** @throws FORBIDDEN with who could */
export function permitOnOrder(
  { actor }: Viewer,
  action: OrderAction,
  place: { productId: string; areaId?: string | null },
): void {
  const verdict = canOnOrder(actor, action, place);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** What came of it, with the offer to take it back. */
export function movedOrder(
  number: number,
  move: OrderMoveRow | undefined,
  items: readonly { key: string }[],
): MovedOrder {
  if (!move) return { number, moves: [], undo: null };
  const [only] = items;
  const what = items.length === 1 && only ? only.key : `${items.length} items`;
  return {
    number,
    moves: [orderMoveOf(move)],
    undo: { id: globalId('OrderMove', move.id), label: `Moved ${what}.`, until: undoUntil(move) },
  };
}

/** Whether the move stays in the slots of one area. @throws FORBIDDEN, ONE_AREA_AT_A_TIME */
function mayOnlyWithinArea(
  viewer: Viewer,
  productId: string,
  items: readonly MovedItem[],
  { withinArea, place }: Pick<MoveCall, 'withinArea' | 'place'>,
): boolean {
  const mayAll = canOnOrder(viewer.actor, 'order:move', { productId }).allowed;
  if (mayAll && !withinArea && !isPlaceOfArea(place)) return false;
  for (const areaId of new Set(items.map((item) => item.areaId)))
    permitOnOrder(viewer, 'order:move-area', { productId, areaId });
  if (oneAreaOf(items) === undefined) throw refuseOrder('ONE_AREA_AT_A_TIME', {});
  return true;
}

function refuseStrangers(order: RankedOrder, items: readonly MovedItem[]): void {
  const keys = items.flatMap(({ id, key }) => (order.positionOf(id) === null ? [key] : []));
  if (keys.length > 0) throw refuseOrder('NOT_IN_ORDER', { keys });
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
