import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ItemRow } from './session-row.js';

/** What an item is about, in words. */
export interface ItemTitle {
  /** `IMP-12`; null for a source or an action. */
  key: string | null;
  title: string;
  /** Of the impediment; null for a source or an action. */
  state: ImpedimentState | null;
  /** Who owns the impediment or action. */
  ownerId: string | null;
  /** Teams that the impediment hits. */
  teamIds: string[];
}

type Row = ItemTitle & { id: string } & Record<string, unknown>;

/** Impediments, sources and actions behind items: one statement for any number. */
@Injectable()
export class ItemTitlesRead {
  /** By the item's id. */
  async of(tx: Tx, items: readonly Pick<ItemRow, 'id'>[]): Promise<Map<string, ItemTitle>> {
    if (items.length === 0) return new Map();
    const rows = await tx.query<Row>(TITLES, [tx.organizationId, items.map(({ id }) => id)]);
    return new Map(rows.map(({ id, ...title }) => [id, title]));
  }
}

const TITLES = `
  select i.id, 'IMP-' || m.number as key, coalesce(m.title, s.name, a.title) as title, m.state,
         coalesce(m.owner_id, a.owner_id) as "ownerId",
         array(select t.team_id from impediment_teams t
                where t.organization_id = m.organization_id and t.impediment_id = m.id) as "teamIds"
    from triage_items i
    left join impediments m on m.organization_id = i.organization_id and m.id = i.impediment_id
    left join sources s on s.organization_id = i.organization_id and s.id = i.source_id
    left join action_items a on a.organization_id = i.organization_id and a.id = i.action_id
   where i.organization_id = $1 and i.id = any($2::uuid[])`;
