import type { OrderMoveScope } from '@chapterhouse/domain/priorities/order-events';
import { RankedOrder } from '@chapterhouse/domain/priorities/ranked-order';
import { orderOf, type RankChanges, rankedAnew, type RankedRow } from '@chapterhouse/domain/priorities/ranked-rows';
import type { OrderShift } from '@chapterhouse/domain/priorities/one-order';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A move as it is on the record. Ids are the database's, moments ISO text. */
export interface OrderMoveRow {
  id: string;
  product_id: string;
  number: number;
  item_id: string;
  scope: OrderMoveScope;
  /** Of an AREA move: whose slots; of a change of area: the new one. */
  area_id: string | null;
  /** Of a change of area: the one before. */
  from_area_id: string | null;
  from_position: number | null;
  to_position: number | null;
  count: number;
  by_id: string | null;
  reason: string;
  scenario_id: string | null;
  at: string;
}

export type NewOrderMove = Omit<OrderMoveRow, 'id' | 'at'> & { shifts: OrderShift[]; undoes_id: string | null };

type SlotRow = Omit<RankedRow, 'areaId'> & { groupId: string };

export const MOVE_COLUMNS =
  'id, product_id, number, item_id, scope, area_id, from_area_id, from_position, to_position, count, by_id, reason, scenario_id, at';

/** What the one order of a product is stored in. Only who holds its lock may load it to write it. */
@Injectable()
export class OrderRepository {
  /**
   * Makes others who want to change this order wait until the transaction ends.
   * @returns the order's number
   */
  async hold(tx: Tx, productId: string): Promise<number> {
    await tx.run('insert into product_orders (organization_id, product_id) values ($1, $2) on conflict do nothing', [
      tx.organizationId,
      productId,
    ]);
    const row = await tx.one<{ number: number }>(
      'select number from product_orders where organization_id = $1 and product_id = $2 for update',
      [tx.organizationId, productId],
    );
    if (!row) throw new Error('An order of a product that is there is there.');
    return row.number;
  }

  /** All slots, and the rows of the areas of these items and of these areas themselves. */
  async load(
    tx: Tx,
    productId: string,
    itemIds: readonly string[],
    areaIds: readonly (string | null)[] = [],
  ): Promise<RankedOrder> {
    const [slots] = await tx.query<{ ranks: string }>(
      // Ranks are letters and digits: one text is read much faster than as many rows.
      `select coalesce(string_agg(s.slot_rank, ' '), '') as ranks
         from (select slot_rank from order_slots where organization_id = $1 and product_id = $2 order by slot_rank) as s`,
      [tx.organizationId, productId],
    );
    // The groups first, by themselves: joined to an order that has just come in, and that nobody has analyzed, they took minutes.
    const [named] = await tx.query<{ groups: string[] }>(
      `select coalesce(array_agg(distinct group_id), '{}') as groups from order_slots
        where organization_id = $1 and item_id = any($2::uuid[])`,
      [tx.organizationId, itemIds],
    );
    const rows = await tx.query<SlotRow>(
      `select item_id as id, group_id as "groupId", slot_rank as "slotRank", area_rank as "areaRank" from order_slots
        where organization_id = $1 and product_id = $2 and group_id = any($3::uuid[])`,
      [tx.organizationId, productId, [...(named?.groups ?? []), ...areaIds.map((areaId) => areaId ?? productId)]],
    );
    const ranks = slots?.ranks.split(' ').filter((rank) => rank !== '') ?? [];
    return new RankedOrder(
      ranks,
      rows.map((row) => rankedRow(row, productId)),
    );
  }

  async write(tx: Tx, productId: string, { left, written, entered }: RankChanges): Promise<void> {
    if (left.length > 0)
      await tx.run('delete from order_slots where organization_id = $1 and item_id = any($2::uuid[])', [
        tx.organizationId,
        left,
      ]);
    await this.overwrite(tx, productId, written);
    if (entered.length === 0) return;
    await tx.run(
      `insert into order_slots (organization_id, product_id, item_id, group_id, slot_rank, area_rank)
       select $1, $2, n.id, n."groupId", n."slotRank", n."areaRank" from ${RECORDS}`,
      [tx.organizationId, productId, records(entered, productId)],
    );
  }

  /** Gives every slot and place of the product a short rank; the order stays. */
  async writeAnew(tx: Tx, productId: string): Promise<void> {
    const rows = await tx.query<SlotRow>(
      `select item_id as id, group_id as "groupId", slot_rank as "slotRank", area_rank as "areaRank" from order_slots
        where organization_id = $1 and product_id = $2`,
      [tx.organizationId, productId],
    );
    const order = orderOf(rows.map((row) => rankedRow(row, productId)));
    await this.overwrite(tx, productId, rankedAnew(order));
  }

  /** Puts the move on the record, and counts it. */
  async append(tx: Tx, move: NewOrderMove): Promise<OrderMoveRow> {
    const row = await tx.one<OrderMoveRow & Record<string, unknown>>(
      `with counted as (
         update product_orders set number = $4 where organization_id = $1 and product_id = $3)
       insert into order_moves (organization_id, id, product_id, number, item_id, scope, area_id, from_position, to_position,
                                count, shifts, by_id, reason, scenario_id, undoes_id, from_area_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, clock_timestamp())
       returning ${MOVE_COLUMNS}`,
      [
        tx.organizationId,
        newId(),
        move.product_id,
        move.number,
        move.item_id,
        move.scope,
        move.area_id,
        move.from_position,
        move.to_position,
        move.count,
        JSON.stringify(move.shifts),
        move.by_id,
        move.reason,
        move.scenario_id,
        move.undoes_id,
        move.from_area_id,
      ],
    );
    if (!row) throw new Error('An inserted row comes back.');
    return row;
  }

  private async overwrite(tx: Tx, productId: string, rows: readonly RankedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.run(
      `update order_slots s set group_id = n."groupId", slot_rank = n."slotRank", area_rank = n."areaRank"
         from ${RECORDS} where s.organization_id = $1 and s.product_id = $2 and s.item_id = n.id`,
      [tx.organizationId, productId, records(rows, productId)],
    );
  }
}

const RECORDS = 'jsonb_to_recordset($3::jsonb) as n(id uuid, "groupId" uuid, "slotRank" text, "areaRank" text)';

/** Items of no area share a group that is named by their product. */
function rankedRow({ groupId, ...row }: SlotRow, productId: string): RankedRow {
  return { ...row, areaId: groupId === productId ? null : groupId };
}

function records(rows: readonly RankedRow[], productId: string): string {
  return JSON.stringify(rows.map(({ areaId, ...row }) => ({ ...row, groupId: areaId ?? productId })));
}
