import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** A backlog item as a minimal record; its external key is its name in the organization. */
export interface BacklogItemRow {
  externalKey: string;
  title: string;
  type: string;
  state: 'DRAFT' | 'READY' | 'IN_PROGRESS' | 'DONE' | 'DROPPED';
  teamId: string | null;
  points: number | null;
  parentKey: string | null;
  createdAt: string;
  resolvedAt: string | null;
}

@Injectable()
export class BacklogItemsRepository {
  /**
   * Creates or overwrites items by their external key, in one statement: call it with some hundred at a time.
   * @returns the id of each item by its external key
   */
  async upsert(tx: Tx, items: (BacklogItemRow & { id: string })[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; external_key: string }>(UPSERT, [
      tx.organizationId,
      JSON.stringify(items),
    ]);
    return new Map(rows.map((row) => [row.external_key, row.id]));
  }
}

const UPSERT = `
  insert into backlog_items (organization_id, id, external_key, title, type, state, team_id, points, parent_key, created_at, resolved_at)
  select $1, id, "externalKey", title, type, state, "teamId", points, "parentKey", "createdAt", "resolvedAt"
    from jsonb_to_recordset($2::jsonb) as n(id uuid, "externalKey" text, title text, type text, state text, "teamId" uuid,
      points numeric, "parentKey" text, "createdAt" timestamptz, "resolvedAt" timestamptz)
  on conflict (organization_id, external_key) do update set title = excluded.title, type = excluded.type,
    state = excluded.state, team_id = excluded.team_id, points = excluded.points, parent_key = excluded.parent_key,
    created_at = excluded.created_at, resolved_at = excluded.resolved_at, version = backlog_items.version + 1
  returning id, external_key`;
