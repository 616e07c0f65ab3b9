import type { ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import { mayBePartOf } from '@chapterhouse/domain/priorities/item-tiers';
import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { HeldItem, ImportedLink, PlacedItem, TeamHome } from './imported-item.js';

/** As much of an item as a plan of an import needs. */
export interface KnownItem {
  id: string;
  key: string;
  tier: ItemTier;
  productId: string;
  handEdited: string[];
}

/** An item that was joined to what it is part of, or taken out of it. */
export interface Rejoined {
  id: string;
  version: number;
  parentKey: string | null;
}

/** What an item comes to be part of. */
interface Joint extends Row {
  id: string;
  tier: ItemTier;
  productId: string;
  parentTier: ItemTier;
  parentProductId: string;
  isOther: boolean;
  parent: string | null;
  parentKey: string | null;
  touched: boolean;
}

function mayJoin({ tier, productId, parentTier, parentProductId }: Joint): boolean {
  return productId === parentProductId && mayBePartOf(tier, parentTier);
}

/**
 * Items as imports write them, some hundred to a statement. Keys mean what imports brought: an item that was written here
 * may have the key of an issue elsewhere, and is another one.
 */
@Injectable()
export class ImportedItemsRepository {
  /** Those that imports brought. */
  async known(tx: Tx, keys: readonly string[]): Promise<KnownItem[]> {
    return tx.query<KnownItem & Row>(
      `select id, external_key as key, tier, product_id as "productId", hand_edited as "handEdited"
         from backlog_items where organization_id = $1 and external_key = any($2::text[]) and number is null`,
      [tx.organizationId, keys],
    );
  }

  /** Which of these keys are those of items that were written here: no file means them. */
  async writtenHere(tx: Tx, keys: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(
      `select external_key as key from backlog_items
        where organization_id = $1 and external_key = any($2::text[]) and number is not null`,
      [tx.organizationId, keys],
    );
    return rows.map(({ key }) => key);
  }

  /**
   * Everything that an import of these keys may write, locked in one order as whoever changes many items does: locked batch
   * by batch in the order of a file, the two would wait for each other for ever.
   */
  async hold(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.run(HOLD, [tx.organizationId, keys]);
  }

  /** Held until the transaction ends, by key. */
  async held(tx: Tx, keys: readonly string[]): Promise<Map<string, HeldItem>> {
    const rows = await tx.query<HeldItem & Row>(HELD, [tx.organizationId, keys]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async homes(tx: Tx, teamIds: readonly string[]): Promise<Map<string, TeamHome>> {
    const rows = await tx.query<TeamHome & { id: string } & Row>(
      `select t.id, a.id as "areaId", a.product_id as "productId"
         from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
        where t.organization_id = $1 and t.id = any($2::uuid[])`,
      [tx.organizationId, teamIds],
    );
    return new Map(rows.map(({ id, areaId, productId }) => [id, { areaId, productId }]));
  }

  async insert(tx: Tx, items: readonly PlacedItem[]): Promise<void> {
    if (items.length > 0) await tx.run(INSERT, [tx.organizationId, JSON.stringify(items)]);
  }

  async update(tx: Tx, items: readonly PlacedItem[]): Promise<void> {
    if (items.length > 0) await tx.run(UPDATE, [tx.organizationId, JSON.stringify(items)]);
  }

  async links(tx: Tx, itemIds: readonly string[]): Promise<(ImportedLink & { itemId: string })[]> {
    return tx.query<ImportedLink & { itemId: string } & Row>(
      `select from_item_id as "itemId", type, outward, phrase, other_key as "otherKey"
         from item_links where organization_id = $1 and from_item_id = any($2::uuid[])`,
      [tx.organizationId, itemIds],
    );
  }

  /** These items have these links and no others. */
  async replaceLinks(
    tx: Tx,
    itemIds: readonly string[],
    links: readonly (ImportedLink & { id: string; itemId: string })[],
  ): Promise<void> {
    await tx.run(
      `delete from item_links where organization_id = $1 and from_item_id = any($2::uuid[])
          and (from_item_id, type, outward, other_key) not in (select "itemId", type, outward, "otherKey" from ${LINKS})`,
      [tx.organizationId, itemIds, JSON.stringify(links)],
    );
    if (links.length === 0) return;
    await tx.run(
      `insert into item_links (organization_id, id, from_item_id, type, outward, phrase, other_key, other_item_id)
       select $1, n.id, "itemId", n.type, outward, phrase, "otherKey", o.id from ${LINKS.replace('$3', '$2')}
         left join backlog_items o on o.organization_id = $1 and o.external_key = n."otherKey" and o.number is null
       on conflict (organization_id, from_item_id, type, outward, other_key) do update set phrase = excluded.phrase`,
      [tx.organizationId, JSON.stringify(links)],
    );
  }

  /** Links whose other end has come meanwhile, from whatever import. */
  async joinLinks(tx: Tx): Promise<void> {
    const found = await tx.query<{ id: string; other: string }>(
      `select l.id, b.id as other from item_links l
         join backlog_items b on b.organization_id = l.organization_id and b.external_key = l.other_key and b.number is null
        where l.organization_id = $1 and l.other_item_id is null`,
      [tx.organizationId],
    );
    await inBatches(found, async (batch) => {
      await tx.run(
        `update item_links l set other_item_id = n.other from jsonb_to_recordset($2::jsonb) as n(id uuid, other uuid)
          where l.organization_id = $1 and l.id = n.id`,
        [tx.organizationId, JSON.stringify(batch)],
      );
    });
  }

  /** Takes items out of what their file no longer names, or what they can no longer be part of. */
  async leaveParents(tx: Tx, touched: readonly string[]): Promise<Rejoined[]> {
    const joints = await tx.query<Joint>(LEAVING, [tx.organizationId, touched]);
    return this.rejoin(
      tx,
      joints.filter((joint) => joint.isOther || !mayJoin(joint)),
    );
  }

  /** Joins items to what their file names, as soon as it is here; what somebody placed by hand stays there. */
  async joinParents(tx: Tx, touched: readonly string[]): Promise<Rejoined[]> {
    return this.rejoin(tx, (await tx.query<Joint>(JOINING, [tx.organizationId, touched])).filter(mayJoin));
  }

  /** Whom this import wrote has its new version already. */
  private async rejoin(tx: Tx, joints: readonly Joint[]): Promise<Rejoined[]> {
    const rejoined: Rejoined[] = [];
    await inBatches(joints, async (batch) => {
      const rows = await tx.query<Rejoined & Row>(REJOIN, [tx.organizationId, JSON.stringify(batch)]);
      rejoined.push(...rows);
    });
    return rejoined;
  }
}

type Row = Record<string, unknown>;

/** Items of these keys, and what is or says to be part of them. */
const HOLD = `
  with keyed as (
    select id from backlog_items where organization_id = $1 and external_key = any($2::text[]) and number is null
  ), wanted as (
    select id from keyed
     union select id from backlog_items where organization_id = $1 and parent_key = any($2::text[])
     union select c.id from keyed k join backlog_items c on c.organization_id = $1 and c.parent_id = k.id
  )
  select 1 from backlog_items b where b.organization_id = $1 and b.id in (select id from wanted)
   order by b.id for no key update`;

const HELD = `
  select id, external_key as key, title, description, type, tier, kind, state, product_id as "productId", area_id as "areaId",
         team_id as "teamId", assignee_id as "assigneeId", points::float8 as points, parent_key as "parentKey",
         created_at as "createdAt", resolved_at as "resolvedAt", dropped_reason as "droppedReason", version,
         hand_edited as "handEdited"
    from backlog_items where organization_id = $1 and external_key = any($2::text[]) and number is null
   order by id for no key update`;

const GIVEN = `jsonb_to_recordset($2::jsonb) as n(id uuid, key text, title text, description text, type text, tier text, kind text,
    state text, "productId" uuid, "areaId" uuid, "teamId" uuid, "assigneeId" uuid, points numeric, "parentKey" text,
    "parentId" uuid, "createdAt" timestamptz, "resolvedAt" timestamptz, "droppedReason" text)`;

const INSERT = `
  insert into backlog_items (organization_id, id, external_key, title, description, type, tier, kind, state, product_id, area_id,
    team_id, assignee_id, points, parent_key, parent_id, created_at, resolved_at, dropped_reason, updated_at)
  select $1, id, key, title, description, type, tier, kind, state, "productId", "areaId", "teamId", "assigneeId", points,
         "parentKey", "parentId", coalesce("createdAt", now()), "resolvedAt", "droppedReason", now() from ${GIVEN}`;

const UPDATE = `
  update backlog_items b set title = n.title, description = n.description, type = n.type, tier = n.tier, kind = n.kind,
      state = n.state, product_id = n."productId", area_id = n."areaId", team_id = n."teamId", assignee_id = n."assigneeId",
      points = n.points, parent_key = n."parentKey", created_at = n."createdAt", resolved_at = n."resolvedAt",
      dropped_reason = n."droppedReason",
      parent_id = case when n.tier = 'EPIC' then null when 'parent_id' = any(b.hand_edited) then b.parent_id else n."parentId" end,
      updated_at = now(), version = b.version + 1
    from ${GIVEN} where b.organization_id = $1 and b.id = n.id`;

const LINKS = `jsonb_to_recordset($3::jsonb) as n(id uuid, "itemId" uuid, type text, outward boolean, phrase text, "otherKey" text)`;

/**
 * Tiers and products are compared in code: while an import writes, the database still thinks the table empty, and would
 * walk all items of a product for each of them.
 */
const COMPARED = 'c.id, c.tier, c.product_id as "productId", p.tier as "parentTier", p.product_id as "parentProductId"';

const LEAVING = `
  select ${COMPARED}, null as parent, null as "parentKey", t.id is not null as touched,
         (p.external_key is distinct from c.parent_key or p.number is not null)
           and not 'parent_id' = any(c.hand_edited) as "isOther"
    from backlog_items c join backlog_items p on p.organization_id = c.organization_id and p.id = c.parent_id
    left join unnest($2::uuid[]) as t(id) on t.id = c.id left join unnest($2::uuid[]) as above(id) on above.id = p.id
   where c.organization_id = $1 and (t.id is not null or above.id is not null)`;

const JOINING = `
  select ${COMPARED}, p.id as parent, p.external_key as "parentKey", t.id is not null as touched, false as "isOther"
    from backlog_items c join backlog_items p on p.organization_id = c.organization_id and p.external_key = c.parent_key
     and p.number is null
    left join unnest($2::uuid[]) as t(id) on t.id = c.id
   where c.organization_id = $1 and c.parent_id is null and c.parent_key is not null
     and not 'parent_id' = any(c.hand_edited)`;

const REJOIN = `
  update backlog_items c set parent_id = n.parent, version = c.version + case when n.touched then 0 else 1 end, updated_at = now()
    from jsonb_to_recordset($2::jsonb) as n(id uuid, parent uuid, "parentKey" text, touched boolean)
   where c.organization_id = $1 and c.id = n.id
   returning c.id, c.version, n."parentKey"`;
