import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { PlannedSprintsRead, type Sprint } from '../../sprints/public.js';
import { isBlockedSql } from './item-filter.js';
import type { ItemLink } from './items.graphql.js';

export interface ChildCounts {
  all: number;
  open: number;
}

/** What hangs on items, for all of an answer at once: one statement each. Ids are the database's. */
@Injectable()
export class ItemPartsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PlannedSprintsRead) private readonly plannedSprints: PlannedSprintsRead,
  ) {}

  children(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ChildCounts>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<ChildCounts & { parent_id: string }>(
        `select c.parent_id, count(*) as all, count(*) filter (where c.state not in ('DONE', 'DROPPED')) as open
           from backlog_items c where c.organization_id = $1 and c.parent_id = any($2::uuid[]) group by c.parent_id`,
        [tx.organizationId, ids],
      );
      return new Map(rows.map(({ parent_id: id, ...counts }) => [id, counts]));
    });
  }

  blocked(viewer: Viewer, ids: readonly string[]): Promise<Map<string, boolean>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `select b.id from backlog_items b
          where b.organization_id = $1 and b.id = any($2::uuid[]) and ${isBlockedSql('$3::date')}`,
        [tx.organizationId, ids, viewer.today],
      );
      return new Map(rows.map(({ id }) => [id, true]));
    });
  }

  links(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ItemLink[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<LinkRow>(
        `select l.id, l.from_item_id, l.type, l.outward, l.phrase, l.other_key, l.other_item_id from item_links l
          where l.organization_id = $1 and l.from_item_id = any($2::uuid[])
          order by l.type, l.outward, l.other_key`,
        [tx.organizationId, ids],
      );
      const found = new Map<string, ItemLink[]>();
      for (const { id, from_item_id: from, other_key: key, other_item_id: otherId, ...said } of rows)
        found.set(from, [...(found.get(from) ?? []), { ...said, id: globalId('ItemLink', id), key, otherId }]);
      return found;
    });
  }

  sprints(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Sprint[]>> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.plannedSprints.ofItems(tx, ids));
  }
}

interface LinkRow extends Record<string, unknown> {
  id: string;
  from_item_id: string;
  type: string;
  outward: boolean;
  phrase: string;
  other_key: string;
  other_item_id: string | null;
}
