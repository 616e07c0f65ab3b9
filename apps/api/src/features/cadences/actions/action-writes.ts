import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { OccurrenceRef } from '../occurrence-id.js';
import type { ActionRow } from './action-row.js';

export interface NewAction {
  id: string;
  title: string;
  ownerId: string;
  /** YYYY-MM-DD. */
  dueOn: string;
  ref: OccurrenceRef | null;
  chapterId: string | null;
  impedimentId: string | null;
  teamId: string | null;
  createdBy: string;
  /** ISO text. */
  at: string;
}

/** Columns that a use case may set; the names are the table's. */
export type ActionColumns = Pick<ActionRow, 'title' | 'owner_id' | 'due_on' | 'state' | 'result' | 'ended_at'>;

/** What is written of actions. */
@Injectable()
export class ActionWrites {
  async insert(tx: Tx, actions: readonly NewAction[]): Promise<void> {
    const rows = actions.map(({ ref, ...action }) => ({
      ...action,
      cadenceId: ref?.cadenceId ?? null,
      originalStart: ref?.originalStart ?? null,
    }));
    await tx.run(INSERT, [tx.organizationId, JSON.stringify(rows)]);
  }

  /** The new version; undefined when the version is stale. */
  async update(tx: Tx, row: ActionRow, changes: Partial<ActionColumns>, at: string): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update action_items set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4::timestamptz)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }
}

const INSERT = `
  insert into action_items (organization_id, id, title, owner_id, due_on, cadence_id, original_start, chapter_id, impediment_id,
      team_id, created_by, created_at, updated_at)
  select $1, g.id, g.title, g."ownerId", g."dueOn", g."cadenceId", g."originalStart", g."chapterId", g."impedimentId",
         g."teamId", g."createdBy", g.at, g.at
    from jsonb_to_recordset($2::jsonb) as g(id uuid, title text, "ownerId" uuid, "dueOn" date, "cadenceId" uuid,
      "originalStart" timestamp, "chapterId" uuid, "impedimentId" uuid, "teamId" uuid, "createdBy" uuid, at timestamptz)`;
