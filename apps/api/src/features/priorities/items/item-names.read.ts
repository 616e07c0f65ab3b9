import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** What ids stand for, in words: names of areas, teams and people, titles of goals, keys of items. */
export type ItemNames = (id: string | null) => string | null;

@Injectable()
export class ItemNamesRead {
  /** One statement, however many; what is of nobody here has no name. */
  async of(tx: Tx, ids: readonly (string | null)[]): Promise<ItemNames> {
    const asked = [...new Set(ids.filter((id) => id !== null))];
    if (asked.length === 0) return () => null;
    const rows = await tx.query<{ id: string; name: string }>(NAMES, [tx.organizationId, asked]);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }
}

const NAMES = `
  select id, name from areas where organization_id = $1 and id = any($2::uuid[])
  union all select id, name from teams where organization_id = $1 and id = any($2::uuid[])
  union all select id, name from people where organization_id = $1 and id = any($2::uuid[])
  union all select id, title from product_goals where organization_id = $1 and id = any($2::uuid[])
  union all select id, external_key from backlog_items where organization_id = $1 and id = any($2::uuid[])`;
