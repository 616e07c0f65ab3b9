import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A backlog item of a file; its key is its name in the organization. Ids are the database's, moments ISO text. */
export interface ImportedItem {
  /** For when it is new. */
  id: string;
  key: string;
  title: string;
  /** Undefined: the file has none, and what is here stays. */
  description?: string | undefined;
  type: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  /** Null: of no team; it is in the organization's first product then. */
  teamId: string | null;
  assigneeId: string | null;
  points: number | null;
  parentKey: string | null;
  /** Null: the file does not say; what is new came now. */
  createdAt: string | null;
  resolvedAt: string | null;
  droppedReason: string;
  links: readonly { type: string; outward: boolean; phrase: string; otherKey: string }[];
}

/** An item that is here, as far as files tell of it. */
export interface PresentItem {
  id: string;
  key: string;
  number: number | null;
  version: number;
  title: string;
  description: string;
  type: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  product_id: string;
  area_id: string | null;
  team_id: string | null;
  assignee_id: string | null;
  points: number | null;
  parent_key: string | null;
  parent_id: string | null;
  created_at: string;
  resolved_at: string | null;
  dropped_reason: string;
  hand_edited: string[];
  links: string[];
}

/** As it was written. */
export type WrittenItem = Omit<PresentItem, 'hand_edited' | 'links'>;

/** An item as an import leaves it: what somebody changed here stays. */
export interface ItemAfterImport extends Omit<PresentItem, 'hand_edited' | 'links' | 'product_id' | 'area_id'> {
  keepsPlace: boolean;
  links: ImportedItem['links'];
}

export function afterImport(item: ImportedItem, row: PresentItem): ItemAfterImport {
  const own = (column: string): boolean => row.hand_edited.includes(column);
  const keepsState = own('state');
  return {
    id: row.id,
    key: row.key,
    number: row.number,
    version: row.version,
    title: own('title') ? row.title : item.title,
    description: own('description') ? row.description : (item.description ?? row.description),
    type: item.type,
    tier: own('tier') ? row.tier : item.tier,
    kind: own('kind') ? row.kind : item.kind,
    state: keepsState ? row.state : item.state,
    resolved_at: keepsState ? row.resolved_at : item.resolvedAt,
    dropped_reason: keepsState ? row.dropped_reason : item.droppedReason,
    keepsPlace: own('team_id') || item.teamId === row.team_id,
    team_id: own('team_id') ? row.team_id : item.teamId,
    assignee_id: own('assignee_id') ? row.assignee_id : item.assigneeId,
    points: own('points') ? row.points : item.points,
    parent_key: item.parentKey,
    parent_id: row.parent_id,
    created_at: item.createdAt ?? row.created_at,
    links: item.links,
  };
}

export function isSameItem(after: ItemAfterImport, row: PresentItem): boolean {
  const { keepsPlace, links, ...columns } = after;
  const same = Object.entries(columns).every(([column, value]) => value === Reflect.get(row, column));
  return same && keepsPlace && sameLinks(links, row.links);
}

function sameLinks(links: ImportedItem['links'], present: readonly string[]): boolean {
  const told = new Set(links.map(({ type, outward, otherKey }) => JSON.stringify([type, outward, otherKey])));
  // PostgreSQL writes JSON with spaces.
  return told.size === present.length && present.every((link) => told.has(JSON.stringify(JSON.parse(link))));
}

@Injectable()
export class ImportedItemsRepository {
  /** By key. @param lock holds them until the transaction ends */
  async present(tx: Tx, items: readonly ImportedItem[], lock: boolean): Promise<Map<string, PresentItem>> {
    const given = [tx.organizationId, items.map(({ key }) => key)];
    if (lock)
      await tx.query(
        'select 1 from backlog_items where organization_id = $1 and external_key = any($2::text[]) order by id for no key update',
        given,
      );
    const rows = await tx.query<PresentItem & Record<string, unknown>>(PRESENT, given);
    return new Map(rows.map((row) => [row.key, row]));
  }

  async insert(tx: Tx, items: readonly ImportedItem[]): Promise<WrittenItem[]> {
    if (items.length === 0) return [];
    const written = await tx.query<WrittenItem & Record<string, unknown>>(INSERT, [
      tx.organizationId,
      JSON.stringify(items),
    ]);
    await this.link(tx, items);
    const places = new Map(items.map(({ key }, index) => [key, index]));
    return written.sort((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0));
  }

  async update(tx: Tx, items: readonly ItemAfterImport[]): Promise<WrittenItem[]> {
    if (items.length === 0) return [];
    const written = await tx.query<WrittenItem & Record<string, unknown>>(UPDATE, [
      tx.organizationId,
      JSON.stringify(items),
    ]);
    await tx.run('delete from item_links where organization_id = $1 and from_item_id = any($2::uuid[])', [
      tx.organizationId,
      items.map(({ id }) => id),
    ]);
    await this.link(tx, items);
    return written;
  }

  /** @returns those whose parent is another one now */
  async tie(
    tx: Tx,
    keys: readonly string[],
  ): Promise<{ id: string; version: number; key: string; parentKey: string | null; was: string | null }[]> {
    await tx.run(
      `update item_links l set other_item_id = b.id from backlog_items b
        where l.organization_id = $1 and l.other_item_id is null and b.organization_id = $1 and b.external_key = l.other_key
          and (l.other_key = any($2::text[])
               or l.from_item_id in (select f.id from backlog_items f where f.organization_id = $1 and f.external_key = any($2::text[])))`,
      [tx.organizationId, keys],
    );
    return tx.query(TIE, [tx.organizationId, keys]);
  }

  private async link(tx: Tx, items: readonly Pick<ImportedItem, 'id' | 'links'>[]): Promise<void> {
    const links = items.flatMap(({ id: from, links: of }) => of.map((link) => ({ ...link, from, id: newId() })));
    if (links.length === 0) return;
    await tx.run(
      `insert into item_links (organization_id, id, from_item_id, type, outward, phrase, other_key, other_item_id)
       select $1, n.id, n."from", n.type, n.outward, n.phrase, n."otherKey",
              (select b.id from backlog_items b where b.organization_id = $1 and b.external_key = n."otherKey")
         from jsonb_to_recordset($2::jsonb) as n(id uuid, "from" uuid, type text, outward boolean, phrase text, "otherKey" text)
       on conflict do nothing`,
      [tx.organizationId, JSON.stringify(links)],
    );
  }
}

const WRITTEN = `b.id, b.external_key as key, b.number, b.version, b.title, b.description, b.type, b.tier, b.kind, b.state,
  b.product_id, b.area_id, b.team_id, b.assignee_id, b.points::float8 as points, b.parent_key, b.parent_id, b.created_at,
  b.resolved_at, b.dropped_reason`;

const PRESENT = `
  select ${WRITTEN}, b.hand_edited,
         array(select jsonb_build_array(l.type, l.outward, l.other_key)::text from item_links l
                where l.organization_id = b.organization_id and l.from_item_id = b.id) as links
    from backlog_items b where b.organization_id = $1 and b.external_key = any($2::text[])`;

/** SQL: the id of the item of that key which an item of the tier may be part of, in the same product. */
const parentSql = (parentKey: string, tier: string, productId: string): string => `(
    select p.id from backlog_items p
     where p.organization_id = $1 and p.external_key = ${parentKey} and p.product_id = ${productId}
       and (${tier}, p.tier) in (('TASK', 'FEATURE'), ('TASK', 'EPIC'), ('FEATURE', 'EPIC')))`;

/** SQL: where an item of a team is; without one, in the organization's first product. */
const HOME = `
  left join teams t on t.organization_id = $1 and t.id = n."teamId"
  left join areas a on a.organization_id = $1 and a.id = t.area_id
 cross join lateral (select coalesce(a.product_id, (
   select p.id from products p where p.organization_id = $1 order by p.created_at, p.id limit 1)) as product_id) as home`;

const INSERT = `
  insert into backlog_items as b (organization_id, id, external_key, title, description, type, tier, kind, state, product_id, area_id,
      team_id, assignee_id, points, parent_key, parent_id, created_at, resolved_at, dropped_reason)
  select $1, n.id, n.key, n.title, coalesce(n.description, ''), n.type, n.tier, n.kind, n.state, home.product_id, a.id,
         n."teamId", n."assigneeId", n.points, n."parentKey", ${parentSql('n."parentKey"', 'n.tier', 'home.product_id')},
         coalesce(n."createdAt", now()), n."resolvedAt", n."droppedReason"
    from jsonb_to_recordset($2::jsonb) as n(id uuid, key text, title text, description text, type text, tier text, kind text,
      state text, "teamId" uuid, "assigneeId" uuid, points numeric, "parentKey" text, "createdAt" timestamptz,
      "resolvedAt" timestamptz, "droppedReason" text)
    ${HOME}
  returning ${WRITTEN}`;

const UPDATE = `
  update backlog_items b
     set title = n.title, description = n.description, type = n.type, tier = n.tier, kind = n.kind, state = n.state,
         product_id = case when n."keepsPlace" then b.product_id else n.home_product end,
         area_id = case when n."keepsPlace" then b.area_id else n.home_area end,
         team_id = n."teamId", assignee_id = n.assignee_id, points = n.points, parent_key = n.parent_key,
         parent_id = case when n.tier <> 'EPIC' then b.parent_id end,
         created_at = n.created_at, resolved_at = n.resolved_at, dropped_reason = n.dropped_reason,
         version = b.version + 1, updated_at = now()
    from (
      select n.*, a.id as home_area, home.product_id as home_product
        from (select r.*, r.team_id as "teamId" from jsonb_to_recordset($2::jsonb) as r(id uuid, title text, description text,
                type text, tier text, kind text, state text, "keepsPlace" boolean, team_id uuid, assignee_id uuid,
                points numeric, parent_key text, created_at timestamptz, resolved_at timestamptz, dropped_reason text)) as n
        ${HOME}
    ) as n
   where b.organization_id = $1 and b.id = n.id
  returning ${WRITTEN}`;

const TIE = `
  with wanted as (
    select b.id, b.parent_id as was_id, ${parentSql('b.parent_key', 'b.tier', 'b.product_id')} as parent_id
      from backlog_items b
     where b.organization_id = $1 and b.number is null and not 'parent_id' = any(b.hand_edited) and b.parent_key is not null
       and (b.external_key = any($2::text[]) or b.parent_key = any($2::text[]))
  )
  update backlog_items b set parent_id = w.parent_id, version = b.version + 1
    from wanted w
   where b.organization_id = $1 and b.id = w.id and b.parent_id is distinct from w.parent_id
  returning b.id, b.version, b.external_key as key,
    (select p.external_key from backlog_items p where p.organization_id = $1 and p.id = b.parent_id) as "parentKey",
    (select p.external_key from backlog_items p where p.organization_id = $1 and p.id = w.was_id) as was`;
