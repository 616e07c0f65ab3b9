import type { RotaChange, RotaPurpose } from '@chapterhouse/domain/cadences/rota';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { KeptTurnRow, RotaRow } from './rota-row.js';

export interface NewRota {
  id: string;
  purpose: RotaPurpose;
  name: string;
  teamId: string | null;
  rootId: string | null;
  rule: string | null;
  startsOn: string;
  size: number;
  createdBy: string | null;
  /** ISO text. */
  at: string;
}

/** Columns that a use case may set; the names are the table's. */
export type RotaColumns = Pick<RotaRow, 'name' | 'rule' | 'size' | 'starts_on' | 'ended_at'>;

/** What is written of rotas. */
@Injectable()
export class RotaWrites {
  async insert(tx: Tx, rota: NewRota): Promise<void> {
    await tx.run(INSERT, [tx.organizationId, JSON.stringify([rota])]);
  }

  /** The new version; undefined when the version is stale. */
  async update(tx: Tx, row: RotaRow, changes: Partial<RotaColumns>, at: string): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update rotas set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4::timestamptz)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }

  /** Who stays keeps the day from which they take turns. @param since of who is new, YYYY-MM-DD */
  async setMembers(tx: Tx, rotaId: string, personIds: readonly string[], since: string): Promise<void> {
    await tx.run(
      'delete from rota_members where organization_id = $1 and rota_id = $2 and not person_id = any($3::uuid[])',
      [tx.organizationId, rotaId, personIds],
    );
    await tx.run(
      `insert into rota_members (organization_id, rota_id, person_id, position, since)
       select $1, $2, g.id, g.place - 1, $4 from unnest($3::uuid[]) with ordinality as g(id, place)
       on conflict (organization_id, rota_id, person_id) do update set position = excluded.position`,
      [tx.organizationId, rotaId, personIds, since],
    );
  }

  /** Passing the same turn on twice is once. */
  async addChange(tx: Tx, rotaId: string, change: RotaChange, by: string | null, at: string): Promise<void> {
    const swap = change.kind === 'SWAP' ? change : null;
    await tx.run(
      `insert into rota_changes (organization_id, id, rota_id, kind, on_day, person_id, with_on, with_person_id, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        tx.organizationId,
        newId(),
        rotaId,
        change.kind,
        change.on,
        change.personId,
        swap?.withOn ?? null,
        swap?.withPersonId ?? null,
        by,
        at,
      ],
    );
  }

  /** What was arranged for a day; how much it was. */
  removeChanges(tx: Tx, ids: readonly string[]): Promise<number> {
    return tx.run('delete from rota_changes where organization_id = $1 and id = any($2::uuid[])', [
      tx.organizationId,
      ids,
    ]);
  }

  /** What is kept already stays as it is. */
  async keep(tx: Tx, turns: readonly KeptTurnRow[], at: string): Promise<void> {
    if (turns.length > 0) await tx.run(KEEP, [tx.organizationId, JSON.stringify(turns), at]);
  }
}

const INSERT = `
  insert into rotas (organization_id, id, purpose, name, team_id, root_id, rule, starts_on, size, created_by, created_at, updated_at)
  select $1, g.id, g.purpose, g.name, g."teamId", g."rootId", g.rule, g."startsOn", g.size, g."createdBy", g.at, g.at
    from jsonb_to_recordset($2::jsonb) as g(id uuid, purpose text, name text, "teamId" uuid, "rootId" uuid, rule text,
      "startsOn" date, size int, "createdBy" uuid, at timestamptz)`;

const KEEP = `
  insert into rota_turns (organization_id, rota_id, on_day, day, cadence_id, original_start, starts_at, people, present, skipped, kept_at)
  select $1, g."rotaId", g."on", g.day, g."cadenceId", g."originalStart", g."startsAt", g.people,
         array(select jsonb_array_elements_text(g.present)::uuid), array(select jsonb_array_elements_text(g.skipped)::uuid), $3
    from jsonb_to_recordset($2::jsonb) as g("rotaId" uuid, "on" date, day date, "cadenceId" uuid, "originalStart" timestamp,
      "startsAt" timestamptz, people jsonb, present jsonb, skipped jsonb)
  on conflict (organization_id, rota_id, on_day) do nothing`;
