import type { OneOrder } from '@chapterhouse/domain/priorities/one-order';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { itemConditions } from '../items/item-filter.js';
import type { ItemFilter } from '../items/item-inputs.graphql.js';
import { POSITIONS } from './ordered-sql.js';

export interface OrderWindow {
  number: number;
  length: number;
  total: number;
  rows: { position: number; itemId: string }[];
}

interface WindowRow extends Record<string, unknown> {
  number: number;
  length: number;
  total: number;
  position: number | null;
  item_id: string | null;
}

/** Places among those that pass the filter, from 1. */
export interface WindowQuestion {
  productId: string;
  filter: ItemFilter | null | undefined;
  from: number;
  count: number;
}

/** Reads of the one order; each is one statement, so that all of it is of one number. */
@Injectable()
export class ProductOrderRead {
  /** @throws NOT_FOUND for what is no id of its type, INVALID_INPUT */
  window(tx: Tx, viewer: Viewer, question: WindowQuestion): Promise<OrderWindow> {
    return Object.values(question.filter ?? {}).every((asked) => asked === null || asked === undefined)
      ? this.unfiltered(tx, question)
      : this.filtered(tx, viewer, question);
  }

  /** All of it, with the number that it has. */
  async whole(tx: Tx, productId: string): Promise<{ number: number; order: OneOrder }> {
    const rows = await tx.query<{ number: number; id: string | null; area_id: string | null }>(
      `with ${POSITIONS}
       select h.number, o.item_id as id, nullif(o.group_id, $2) as area_id
         from (${NUMBER}) as h
         left join (select p.position, s.item_id, s.group_id from positions p
                      join order_slots s on s.organization_id = $1 and s.item_id = p.item_id) as o on true
        order by o.position`,
      [tx.organizationId, productId],
    );
    const order = rows.flatMap(({ id, area_id: areaId }) => (id === null ? [] : [{ id, areaId }]));
    return { number: rows[0]?.number ?? 0, order };
  }

  /** The position of each that is in an order, by its id. */
  async positionsOf(tx: Tx, itemIds: readonly string[]): Promise<Map<string, number>> {
    const positions = new Map<string, number>();
    if (itemIds.length <= FEW) {
      const rows = await tx.query<{ item_id: string; position: number }>(POSITIONS_OF_FEW, [
        tx.organizationId,
        itemIds,
      ]);
      for (const row of rows) positions.set(row.item_id, row.position);
      return positions;
    }
    const products = await tx.query<{ product_id: string }>(
      'select distinct product_id from order_slots where organization_id = $1 and item_id = any($2::uuid[])',
      [tx.organizationId, itemIds],
    );
    for (const { product_id: productId } of products) {
      const rows = await tx.query<{ item_id: string; position: number }>(
        `with ${POSITIONS} select item_id, position from positions where item_id = any($3::uuid[])`,
        [tx.organizationId, productId, itemIds],
      );
      for (const row of rows) positions.set(row.item_id, row.position);
    }
    return positions;
  }

  private async unfiltered(tx: Tx, { productId, from, count }: WindowQuestion): Promise<OrderWindow> {
    const rows = await tx.prepared<WindowRow>('window of an order', WINDOW, [
      tx.organizationId,
      productId,
      from - 1,
      count,
    ]);
    return windowOf(rows);
  }

  private async filtered(
    tx: Tx,
    viewer: Viewer,
    { productId, filter, from, count }: WindowQuestion,
  ): Promise<OrderWindow> {
    const conditions = itemConditions(filter, viewer.today, 5);
    const rows = await tx.query<WindowRow>(
      `with ${POSITIONS},
       placed as materialized (
         select o.position, o.item_id from positions o
          -- A set that is looked into: as a join, tables that nobody has analyzed yet make it a walk through both, row by row.
          where (o.item_id in (
            select b.id from backlog_items b where b.organization_id = $1 and b.product_id = $2${conditions.sql})) is true)
       select h.number, (${LENGTH}) as length, (select count(*) from placed) as total, w.position, w.item_id
         from (${NUMBER}) as h
         left join (select position, item_id from placed order by position offset $3::int limit $4::int) as w on true
        order by w.position`,
      [tx.organizationId, productId, from - 1, count, ...conditions.values],
    );
    return windowOf(rows);
  }
}

/** Of more than these all of the order is looked through once, which costs as much. */
const FEW = 5;

const NUMBER = `
  select coalesce((select number from product_orders where organization_id = $1 and product_id = $2), 0) as number`;

const LENGTH = 'select count(*) from order_slots where organization_id = $1 and product_id = $2';

/**
 * The slots of the window, and for each group as many of its items as it has slots there, behind as many as it has slots
 * before: the work grows with where the window ends, not with the order.
 */
const WINDOW = `
  with slots as materialized (
    select group_id, position, row_number() over (partition by group_id order by position) as place
      from (select group_id, row_number() over (order by slot_rank) as position
              from (select group_id, slot_rank from order_slots
                     where organization_id = $1 and product_id = $2 order by slot_rank limit $3::int + $4::int) as s) as p),
  wanted as (
    select group_id, count(*) filter (where position <= $3::int) as skipped, count(*) filter (where position > $3::int) as shown
      from slots group by group_id having max(position) > $3::int),
  held as (
    select w.group_id, i.item_id, w.skipped + i.place as place
      from wanted w cross join lateral (
        select x.item_id, row_number() over (order by x.area_rank) as place
          from (select item_id, area_rank from order_slots
                 where organization_id = $1 and product_id = $2 and group_id = w.group_id
                 order by area_rank offset w.skipped limit w.shown) as x) as i)
  select h.number, l.length, l.length as total, r.position, r.item_id
    from (${NUMBER}) as h
    cross join (${LENGTH}) as l(length)
    left join (select slots.position, held.item_id from slots join held using (group_id, place) where slots.position > $3::int) as r
      on true
   order by r.position`;

/** By counting along the indexes: the place among the group's items, the slot of that place, the slots before it. */
const POSITIONS_OF_FEW = `
  select w.item_id, (select count(*) from order_slots x
                      where x.organization_id = $1 and x.product_id = w.product_id and x.slot_rank <= s.slot_rank) as position
    from order_slots w
   cross join lateral (
     select g.slot_rank from order_slots g where g.organization_id = $1 and g.product_id = w.product_id and g.group_id = w.group_id
      order by g.slot_rank
     offset (select count(*) - 1 from order_slots p
              where p.organization_id = $1 and p.product_id = w.product_id and p.group_id = w.group_id and p.area_rank <= w.area_rank) limit 1) as s
   where w.organization_id = $1 and w.item_id = any($2::uuid[])`;

function windowOf(rows: readonly WindowRow[]): OrderWindow {
  const [first] = rows;
  return {
    number: first?.number ?? 0,
    length: first?.length ?? 0,
    total: first?.total ?? 0,
    rows: rows.flatMap(({ position, item_id: itemId }) =>
      position === null || itemId === null ? [] : [{ position, itemId }],
    ),
  };
}
