import { refuseImpediment } from '@chapterhouse/domain/impediments/impediment-refusals';
import { BOTTOM, type OrderShift } from '@chapterhouse/domain/priorities/one-order';
import { refuseOrder } from '@chapterhouse/domain/priorities/order-refusals';
import type { RankedOrder } from '@chapterhouse/domain/priorities/ranked-order';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { itemsIn, permitOnOrder } from './move-in-order.js';
import { OrderMovesRepository, type UndoableMove } from './order-moves.repository.js';
import { type MovedOrder, orderMoveOf } from './order-moves.graphql.js';
import { OrderSteps } from './order-steps.js';
import { OrderRepository } from './order.repository.js';

/** Takes a move back for whoever made it: by moving its items back, on the record as a move of its own. */
@Injectable()
export class UndoOrderMove {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OrderRepository) private readonly orders: OrderRepository,
    @Inject(OrderMovesRepository) private readonly moves: OrderMovesRepository,
    @Inject(OrderSteps) private readonly steps: OrderSteps,
  ) {}

  /** @throws NOT_FOUND for anybody else's, UNDO_GONE, UNDO_EXPIRED, MOVED_SINCE, FORBIDDEN */
  undo(viewer: Viewer, id: string, idempotencyKey: string | null | undefined): Promise<MovedOrder> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'order:undo', { id }, async () => {
        const [made] = await this.moves.byIds(tx, [id]);
        if (made?.by_id !== viewer.personId || !isUndoable(made)) throw refusePlatform('NOT_FOUND', {});
        const { product_id: productId, area_id: areaId, scope } = made;
        await this.orders.hold(tx, productId);
        const move = await this.moves.undoable(tx, id);
        if (!move) throw refusePlatform('NOT_FOUND', {});
        if (move.undone) throw refuseImpediment('UNDO_GONE', {});
        if (move.expired) throw refuseImpediment('UNDO_EXPIRED', {});
        permitOnOrder(viewer, scope === 'AREA' ? 'order:move-area' : 'order:move', { productId, areaId });
        if (move.moved_since.length > 0) {
          const items = await itemsIn(tx, move.moved_since);
          throw refuseOrder('MOVED_SINCE', { keys: items.map(({ key }) => key) });
        }
        const taken = await this.steps.take(tx, {
          productId,
          itemIds: move.shifts.map(({ itemId }) => itemId),
          scope,
          areaId,
          reason: move.reason === '' ? 'Taken back.' : `Taken back: ${move.reason}`.slice(0, MOST_OF_REASON),
          undoesId: id,
          take: (order) => {
            moveBack(order, move);
            return move.shifts.map(({ itemId }) => itemId);
          },
        });
        return { number: taken.number, moves: taken.move ? [orderMoveOf(taken.move)] : [], undo: null };
      }),
    );
  }
}

const MOST_OF_REASON = 1000;

/** What a person moved by hand; the rest has its own way back. */
function isUndoable({ scope }: Pick<UndoableMove, 'scope'>): boolean {
  return scope === 'ORDER' || scope === 'AREA';
}

/** All of them to the end, then each to where it was, the first one first: what is in place is not pushed again. */
function moveBack(order: RankedOrder, { scope, shifts }: UndoableMove): void {
  const move = scope === 'AREA' ? order.moveWithinArea.bind(order) : order.move.bind(order);
  const back = [...shifts].sort(byFormerPosition);
  move(
    back.map(({ itemId }) => itemId),
    BOTTOM,
  );
  for (const { itemId, from } of back) if (from !== null) move([itemId], { kind: 'POSITION', position: from });
}

function byFormerPosition(one: OrderShift, other: OrderShift): number {
  return (one.from ?? 0) - (other.from ?? 0);
}
