import type { OrderShift } from '@chapterhouse/domain/priorities/one-order';
import { UNDO_GRACE_SECONDS, UNDO_SECONDS } from '@chapterhouse/domain/impediments/impediment-undo';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { MOVE_COLUMNS, type OrderMoveRow } from './order.repository.js';

/** A move that somebody may want to take back. */
export interface UndoableMove extends OrderMoveRow {
  shifts: OrderShift[];
  expired: boolean;
  undone: boolean;
  /** That have moved again since, by any other move. */
  moved_since: string[];
}

const BEYOND_ALL = 2_147_483_647;

type Row = OrderMoveRow & Record<string, unknown>;

/** Reads of the history of the order. Time is the database's. */
@Injectable()
export class OrderMovesRepository {
  /** Those of the product, the latest first; with an item only those in which it went along. */
  async page(
    tx: Tx,
    productId: string,
    itemId: string | null,
    page: Page,
  ): Promise<{ rows: OrderMoveRow[]; total: number }> {
    const ofItem = JSON.stringify([{ itemId }]);
    const where = `where organization_id = $1 and product_id = $2${itemId === null ? '' : ' and shifts @> $3::jsonb'}`;
    const values = [tx.organizationId, productId, ...(itemId === null ? [] : [ofItem])];
    const rows = await tx.query<Row>(
      `select ${MOVE_COLUMNS} from order_moves ${where} and number < $${values.length + 1}
        order by number desc limit $${values.length + 2}`,
      [...values, page.after?.[0] ?? BEYOND_ALL, page.limit],
    );
    const total = await tx.one<{ total: number }>(
      // Without a gap: the last number counts them all.
      itemId === null
        ? 'select number as total from product_orders where organization_id = $1 and product_id = $2'
        : `select count(*) as total from order_moves ${where}`,
      values,
    );
    return { rows, total: total?.total ?? 0 };
  }

  /** In the order of the ids; those that are not there are passed over. */
  byIds(tx: Tx, ids: readonly string[]): Promise<OrderMoveRow[]> {
    return tx.query<Row>(
      `select ${MOVE_COLUMNS} from order_moves where organization_id = $1 and id = any($2::uuid[])
        order by array_position($2::uuid[], id)`,
      [tx.organizationId, ids],
    );
  }

  /** For whoever holds the order already. */
  undoable(tx: Tx, id: string): Promise<UndoableMove | undefined> {
    return tx.one<UndoableMove & Record<string, unknown>>(
      `select ${MOVE_COLUMNS.replaceAll(/\w+/g, 'm.$&')}, m.shifts,
              clock_timestamp() > m.at + interval '${UNDO_SECONDS + UNDO_GRACE_SECONDS} seconds' as expired,
              exists (select from order_moves u where u.organization_id = $1 and u.undoes_id = m.id) as undone,
              array(select distinct s->>'itemId' from order_moves l cross join jsonb_array_elements(l.shifts) as s
                     where l.organization_id = $1 and l.product_id = m.product_id and l.number > m.number
                       and s->>'itemId' in (select o->>'itemId' from jsonb_array_elements(m.shifts) as o)) as moved_since
         from order_moves m where m.organization_id = $1 and m.id = $2`,
      [tx.organizationId, id],
    );
  }
}

/** Until when taking it back is offered. */
export function undoUntil({ at }: Pick<OrderMoveRow, 'at'>): string {
  return new Date(Date.parse(at) + UNDO_SECONDS * 1000).toISOString();
}
