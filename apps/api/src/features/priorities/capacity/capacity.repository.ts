import type { CapacityTarget, HeldCapacity } from '@chapterhouse/domain/priorities/capacity';
import type { ItemKind } from '@chapterhouse/domain/priorities/item-fields';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { POSITIONS } from '../order/ordered-sql.js';

export interface AreaRow extends Record<string, unknown> {
  id: string;
  name: string;
}

/** Shares of capacity that were agreed on, and what the order holds. */
@Injectable()
export class CapacityRepository {
  /** @param first of the order; null: all of it */
  held(tx: Tx, productId: string, first: number | null): Promise<HeldCapacity[]> {
    const [order, values] =
      first === null
        ? [`with ordered as (select item_id from order_slots where organization_id = $1 and product_id = $2)`, []]
        : [`with ${POSITIONS}, ordered as materialized (select item_id from positions where position <= $3)`, [first]];
    return tx.query<HeldCapacity & Record<string, unknown>>(
      `${order}
       select b.area_id as "areaId", b.kind, count(*)::int as items, coalesce(sum(b.points), 0)::float8 as points,
              count(*) filter (where b.points is null)::int as unsized
         from ordered o join backlog_items b on b.organization_id = $1 and b.id = o.item_id
        group by b.area_id, b.kind`,
      [tx.organizationId, productId, ...values],
    );
  }

  targets(tx: Tx, productId: string): Promise<CapacityTarget[]> {
    return tx.query<{ areaId: string | null; kind: ItemKind | null; share: number }>(
      `select area_id as "areaId", kind, share::float8 as share from capacity_targets
        where organization_id = $1 and product_id = $2 order by area_id nulls first, kind nulls first`,
      [tx.organizationId, productId],
    );
  }

  /** By name. */
  areas(tx: Tx, productId: string): Promise<AreaRow[]> {
    return tx.query<AreaRow>(
      'select id, name from areas where organization_id = $1 and product_id = $2 order by name, id',
      [tx.organizationId, productId],
    );
  }

  /** Of the targets; 1 where nobody has ordered anything yet. */
  async version(tx: Tx, productId: string): Promise<number> {
    const row = await tx.one<{ version: number }>(
      'select version from product_orders where organization_id = $1 and product_id = $2',
      [tx.organizationId, productId],
    );
    return row?.version ?? 1;
  }

  /** Those that are gone, then those that are set; for whoever holds the order. */
  async write(
    tx: Tx,
    productId: string,
    { set, gone }: { set: readonly CapacityTarget[]; gone: readonly CapacityTarget[] },
    version: number,
  ): Promise<void> {
    const values = [tx.organizationId, productId];
    await tx.run(
      `delete from capacity_targets t using ${RECORDS}
        where t.organization_id = $1 and t.product_id = $2
          and t.area_id is not distinct from n."areaId" and t.kind is not distinct from n.kind`,
      [...values, JSON.stringify([...gone, ...set])],
    );
    await tx.run(
      `insert into capacity_targets (organization_id, id, product_id, area_id, kind, share)
       select $1, n.id, $2, n."areaId", n.kind, n.share from ${RECORDS}`,
      [...values, JSON.stringify(set.map((target) => ({ ...target, id: newId() })))],
    );
    await tx.run('update product_orders set version = $3 where organization_id = $1 and product_id = $2', [
      ...values,
      version,
    ]);
  }
}

const RECORDS = 'jsonb_to_recordset($3::jsonb) as n(id uuid, "areaId" uuid, kind text, share numeric)';
