import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { HeldItem, ImportedLink, PlacedItem, TeamHome } from './imported-item.js';

/** As much of an item as a plan of an import needs. */
export interface KnownItem {
  id: string;
  key: string;
  tier: ItemTier;
  productId: string;
  handEdited: string[];
  title: string;
  type: string;
  kind: ItemKind;
  state: ItemState;
  points: number | null;
  parentKey: string | null;
  assigneeId: string | null;
  teamId: string | null;
}

/** An item that belongs in the order and is not in it yet. */
export interface OutsideItem {
  id: string;
  key: string;
  productId: string;
  areaId: string | null;
  createdAt: string;
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
      `select b.id, b.external_key as key, b.tier, b.product_id as "productId", b.hand_edited as "handEdited", b.title, b.type,
              b.kind, b.state, b.points::float8 as points, b.parent_key as "parentKey", b.assignee_id as "assigneeId",
              b.team_id as "teamId"
         from ${KEYED} where b.number is null`,
      [tx.organizationId, keys],
    );
  }

  /** Which of these keys are those of items that were written here: no file means them. */
  async writtenHere(tx: Tx, keys: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(
      `select b.external_key as key from ${KEYED} where b.number is not null`,
      [tx.organizationId, keys],
    );
    return rows.map(({ key }) => key);
  }

  /**
   * Everything that a step of an import with these keys may write, locked in one order as whoever changes many items does: locked batch
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
      `select l.from_item_id as "itemId", l.type, l.outward, l.phrase, l.other_key as "otherKey"
         from unnest($2::uuid[]) as i(id) join item_links l on l.organization_id = $1 and l.from_item_id = i.id`,
      [tx.organizationId, itemIds],
    );
  }

  /** These items have these links and no others. @param knownIds those of them that may have others */
  async replaceLinks(
    tx: Tx,
    knownIds: readonly string[],
    links: readonly (ImportedLink & { id: string; itemId: string })[],
  ): Promise<void> {
    if (knownIds.length > 0)
      await tx.run(
        `delete from item_links l using unnest($2::uuid[]) as i(id) where l.organization_id = $1 and l.from_item_id = i.id
            and (l.from_item_id, l.type, l.outward, l.other_key) not in (select "itemId", type, outward, "otherKey" from ${LINKS})`,
        [tx.organizationId, knownIds, JSON.stringify(links)],
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

  /** Links whose other end came with one of these keys, from whatever import. */
  async joinLinks(tx: Tx, keys: readonly string[]): Promise<void> {
    const found = await tx.query<{ id: string; other: string }>(
      `select l.id, b.id as other from ${KEYED}
         join item_links l on l.organization_id = $1 and l.other_key = k.key and l.other_item_id is null
        where b.number is null order by l.id`,
      [tx.organizationId, keys],
    );
    if (found.length === 0) return;
    await tx.run(
      `update item_links l set other_item_id = n.other from jsonb_to_recordset($2::jsonb) as n(id uuid, other uuid)
        where l.organization_id = $1 and l.id = n.id`,
      [tx.organizationId, JSON.stringify(found)],
    );
  }

  /** Those of these keys that belong in the order and are not in it. */
  async missingInOrder(tx: Tx, keys: readonly string[]): Promise<OutsideItem[]> {
    return tx.query<OutsideItem & Row>(`select ${OUTSIDE} from ${KEYED} where b.number is null and ${IS_OUTSIDE}`, [
      tx.organizationId,
      keys,
    ]);
  }

  /** Of these, those that still belong in the order and are not in it; held until the transaction ends. */
  async stillMissing(tx: Tx, ids: readonly string[]): Promise<OutsideItem[]> {
    return tx.query<OutsideItem & Row>(
      `select ${OUTSIDE} from unnest($2::uuid[]) as k(id)
         join backlog_items b on b.organization_id = $1 and b.id = k.id
        where ${IS_OUTSIDE} order by b.id for no key update of b`,
      [tx.organizationId, ids],
    );
  }
}

type Row = Record<string, unknown>;

/** From the keys to the items, by the index that finds each: statistics know nothing of what is being written. */
export const KEYED = `unnest($2::text[]) as k(key) join backlog_items b on b.organization_id = $1 and b.external_key = k.key`;

/** Items of these keys, and what is or says to be part of them. */
const HOLD = `
  with keyed as materialized (
    select b.id from ${KEYED} where b.number is null
  ), wanted as materialized (
    select id from keyed
     union select c.id from unnest($2::text[]) as k(key)
       join backlog_items c on c.organization_id = $1 and c.parent_key = k.key
     union select c.id from keyed k join backlog_items c on c.organization_id = $1 and c.parent_id = k.id
  )
  select 1 from wanted w join backlog_items b on b.organization_id = $1 and b.id = w.id
   order by b.id for no key update of b`;

const HELD = `
  select b.id, b.external_key as key, b.title, b.description, b.type, b.tier, b.kind, b.state, b.product_id as "productId",
         b.area_id as "areaId", b.team_id as "teamId", b.assignee_id as "assigneeId", b.points::float8 as points,
         b.parent_key as "parentKey", b.created_at as "createdAt", b.resolved_at as "resolvedAt",
         b.dropped_reason as "droppedReason", b.version, b.hand_edited as "handEdited"
    from ${KEYED} where b.number is null
   order by b.id for no key update of b`;

const OUTSIDE = `b.id, b.external_key as key, b.product_id as "productId", b.area_id as "areaId", b.created_at as "createdAt"`;

const IS_OUTSIDE = `b.tier <> 'TASK' and b.state not in ('DONE', 'DROPPED')
  and not exists (select from order_slots s where s.organization_id = $1 and s.item_id = b.id)`;

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
