import type { ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import { mayBePartOf } from '@chapterhouse/domain/priorities/item-tiers';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { KEYED } from './imported-items.repository.js';

/** An item that was joined to what it is part of, or taken out of it. */
export interface Rejoined {
  id: string;
  version: number;
  /** Key of what it was part of, and of what it is now. */
  from: string | null;
  to: string | null;
}

/** What an item comes to be part of, or is. */
interface Joint extends Record<string, unknown> {
  id: string;
  tier: ItemTier;
  productId: string;
  parentTier: ItemTier;
  parentProductId: string;
  isOther: boolean;
  parent: string | null;
  from: string | null;
  to: string | null;
}

/** What items are part of, where it came after them or has changed since. Each change is a version with its event. */
@Injectable()
export class ImportedJointsRepository {
  /** Takes items out of what their file no longer names, or what they can no longer be part of. */
  async leave(tx: Tx, keys: readonly string[]): Promise<Rejoined[]> {
    const joints = await tx.query<Joint>(LEAVING, [tx.organizationId, keys]);
    return this.rejoin(
      tx,
      joints.filter((joint) => joint.isOther || !mayJoin(joint)),
    );
  }

  /** Joins items to what their file names, if it has one of these keys; what somebody placed by hand stays there. */
  async join(tx: Tx, keys: readonly string[]): Promise<Rejoined[]> {
    return this.rejoin(tx, (await tx.query<Joint>(JOINING, [tx.organizationId, keys])).filter(mayJoin));
  }

  /** Locked by id, as whoever changes many items does. */
  private async rejoin(tx: Tx, joints: readonly Joint[]): Promise<Rejoined[]> {
    if (joints.length === 0) return [];
    await tx.run(HOLD, [tx.organizationId, joints.map(({ id }) => id)]);
    return tx.query<Rejoined & Record<string, unknown>>(REJOIN, [tx.organizationId, JSON.stringify(joints)]);
  }
}

function mayJoin({ tier, productId, parentTier, parentProductId }: Joint): boolean {
  return productId === parentProductId && mayBePartOf(tier, parentTier);
}

/** Tiers and products are compared in code: in SQL they would look to the planner like a way to the items. */
const COMPARED = 'c.id, c.tier, c.product_id as "productId", p.tier as "parentTier", p.product_id as "parentProductId"';

const LEAVING = `
  with keyed as materialized (
    select b.id from ${KEYED} where b.number is null
  ), near as materialized (
    select id from keyed union select c.id from keyed k join backlog_items c on c.organization_id = $1 and c.parent_id = k.id
  )
  select ${COMPARED}, null as parent, p.external_key as "from", null as "to",
         (p.external_key is distinct from c.parent_key or p.number is not null)
           and c.number is null and not 'parent_id' = any(c.hand_edited) as "isOther"
    from near n join backlog_items c on c.organization_id = $1 and c.id = n.id
    join backlog_items p on p.organization_id = $1 and p.id = c.parent_id`;

const JOINING = `
  select ${COMPARED.replaceAll('p.', 'b.')}, b.id as parent, null as "from", b.external_key as "to", false as "isOther"
    from ${KEYED} join backlog_items c on c.organization_id = $1 and c.parent_key = k.key
   where b.number is null and c.parent_id is null and c.id <> b.id and not 'parent_id' = any(c.hand_edited)`;

const HOLD = `
  select 1 from unnest($2::uuid[]) as n(id) join backlog_items c on c.organization_id = $1 and c.id = n.id
   order by c.id for no key update of c`;

/** Somebody may have placed it by hand since it was looked at. */
const REJOIN = `
  update backlog_items c set parent_id = n.parent, version = c.version + 1, updated_at = now()
    from jsonb_to_recordset($2::jsonb) as n(id uuid, parent uuid, "from" text, "to" text)
   where c.organization_id = $1 and c.id = n.id
     and (n.parent is null or (c.parent_id is null and not 'parent_id' = any(c.hand_edited)))
   returning c.id, c.version, n."from", n."to"`;
