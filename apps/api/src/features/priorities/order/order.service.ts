import { canOnOrder, ORDER_ACTIONS } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { writeCursor } from '../../../platform/events/event-cursor.js';
import { EventReader } from '../../../platform/events/event-reader.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByNumber } from '../../../platform/graphql/page-key.js';
import type { ItemFilter } from '../items/item-inputs.graphql.js';
import { itemOf } from '../items/items.graphql.js';
import { ItemsRepository } from '../items/items.repository.js';
import { productHere } from '../items/product-here.js';
import { itemsIn } from './move-in-order.js';
import { OrderMovesRepository } from './order-moves.repository.js';
import { type OrderMove, orderMoveOf } from './order-moves.graphql.js';
import type { ProductOrder } from './order.graphql.js';
import { ProductOrderRead } from './product-order.read.js';

const MOST_ROWS = 200;
const USUAL_ROWS = 100;

export interface OrderQuestion {
  /** The database's. */
  productId: string;
  filter?: ItemFilter | null | undefined;
  from?: number | null | undefined;
  count?: number | null | undefined;
}

/** Looking at the one order and its history: everybody of the organization may. */
@Injectable()
export class OrderService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventReader) private readonly events: EventReader,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(OrderMovesRepository) private readonly moves: OrderMovesRepository,
    @Inject(ProductOrderRead) private readonly orders: ProductOrderRead,
  ) {}

  /** @throws NOT_FOUND for a product of nobody here, INVALID_INPUT */
  window(viewer: Viewer, { productId, filter, ...asked }: OrderQuestion): Promise<ProductOrder> {
    const from = asked.from ?? 1;
    const count = asked.count ?? USUAL_ROWS;
    if (from < 1) throw invalid('from', 'The first place is 1.');
    if (count < 1 || count > MOST_ROWS) throw invalid('count', `Ask for 1 to ${MOST_ROWS} at a time.`);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, productId);
      // The cursor first: what is committed meanwhile is told twice rather than never, and its number says so.
      const cursor = writeCursor(await this.events.nowIn(tx));
      const { rows, ...known } = await this.orders.window(tx, viewer, { productId, filter, from, count });
      const items = await this.items.byIds(
        tx,
        rows.map(({ itemId }) => itemId),
      );
      const byId = new Map(items.map((item) => [item.id, itemOf(item)]));
      return {
        ...known,
        cursor,
        productId,
        rows: rows.flatMap(({ position, itemId }) => {
          const item = byId.get(itemId);
          return item ? [{ position, item: { ...item, position } }] : [];
        }),
        ...(await rightsIn(tx, viewer, productId)),
      };
    });
  }

  /** The latest first. @throws NOT_FOUND for a product or item of nobody here, INVALID_INPUT */
  history(viewer: Viewer, productId: string, itemId: string | null, asked: PageArgs): Promise<Connection<OrderMove>> {
    const page = pageByNumber(asked);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, productId);
      if (itemId !== null) await itemsIn(tx, [itemId]);
      const { rows, total } = await this.moves.page(tx, productId, itemId, page);
      return toConnection(page, rows, total, ({ number }) => [String(number)], orderMoveOf);
    });
  }

  /** The position of each that is in an order, by its id; ids are the database's. */
  positionsOf(viewer: Viewer, itemIds: readonly string[]): Promise<Map<string, number>> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.orders.positionsOf(tx, itemIds));
  }

  /** In the order of the ids; those of nobody here are passed over. */
  movesByIds(viewer: Viewer, ids: readonly string[]): Promise<OrderMove[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => (await this.moves.byIds(tx, ids)).map(orderMoveOf));
  }
}

/** What the viewer may do to the order, and in whose slots. */
async function rightsIn(
  tx: Tx,
  { actor }: Viewer,
  productId: string,
): Promise<Pick<ProductOrder, 'viewerCan' | 'ownAreaIds'>> {
  const areas = await tx.query<{ id: string }>(
    'select id from areas where organization_id = $1 and product_id = $2 order by name, id',
    [tx.organizationId, productId],
  );
  const ownAreaIds = areas
    .map(({ id }) => id)
    .filter((areaId) => canOnOrder(actor, 'order:move-area', { productId, areaId }).allowed);
  const viewerCan = ORDER_ACTIONS.filter(
    (action) =>
      action.startsWith('order:move') &&
      (canOnOrder(actor, action, { productId }).allowed || (action === 'order:move-area' && ownAreaIds.length > 0)),
  );
  return { viewerCan, ownAreaIds };
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
