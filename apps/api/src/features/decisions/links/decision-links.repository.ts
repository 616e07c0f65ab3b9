import type { DecisionLinkKind } from '@chapterhouse/domain/decisions/decision-links';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';

/** What a decision is to touch. */
export interface NewLink {
  kind: DecisionLinkKind;
  /** As in the database: of an impediment, team, area or product. */
  thingId?: string;
  /** Of an item. */
  key?: string;
  /** Of a page. */
  url?: string;
  /** Of a goal its name; of a page what it is called; of an item only when it was an impediment of another organization. */
  title?: string;
}

@Injectable()
export class DecisionLinksRepository {
  async count(tx: Tx, decisionId: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*) as count from decision_links where organization_id = $1 and decision_id = $2',
      [tx.organizationId, decisionId],
    );
    return row?.count ?? 0;
  }

  /** Whether it was there; a link of another decision is not. */
  async remove(tx: Tx, decisionId: string, id: string): Promise<boolean> {
    const removed = await tx.run(
      'delete from decision_links where organization_id = $1 and decision_id = $2 and id = $3',
      [tx.organizationId, decisionId, id],
    );
    return removed > 0;
  }
}

/** @returns how many were new: one that is there already is left alone */
export function insertLinks(
  tx: Tx,
  of: readonly { decisionId: string; links: readonly NewLink[]; by?: string | null; at?: string }[],
  by: string | null,
  at: string,
): Promise<number> {
  const rows = of.flatMap(({ decisionId, links, ...own }) =>
    links.map((link) => ({ by, at, ...own, id: newId(), decisionId, ...link })),
  );
  return rows.length === 0 ? Promise.resolve(0) : tx.run(INSERT, [tx.organizationId, JSON.stringify(rows)]);
}

const INSERT = `
  insert into decision_links (organization_id, id, decision_id, kind, impediment_id, team_id, area_id, product_id, item_key, url,
      title, added_by, added_at)
  select $1, g.id, g."decisionId", g.kind,
         case g.kind when 'IMPEDIMENT' then g."thingId" end, case g.kind when 'TEAM' then g."thingId" end,
         case g.kind when 'AREA' then g."thingId" end, case g.kind when 'PRODUCT' then g."thingId" end,
         case g.kind when 'ITEM' then g.key end, case g.kind when 'URL' then g.url end,
         case when g.kind in ('GOAL', 'URL', 'ITEM') then coalesce(g.title, '') else '' end, g.by, g.at
    from jsonb_to_recordset($2::jsonb) as g(id uuid, "decisionId" uuid, kind text, "thingId" uuid, key text, url text, title text,
      by uuid, at timestamptz)
  on conflict do nothing`;
