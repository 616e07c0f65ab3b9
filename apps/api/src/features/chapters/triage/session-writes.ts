import type { Timebox } from '@chapterhouse/domain/chapters/triage-clock';
import type { AgendaEntry } from '@chapterhouse/domain/chapters/triage-agenda';
import type { TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { OccurrenceRef } from '../../cadences/public.js';
import type { ItemRow, SessionRow } from './session-row.js';

export interface NewSession {
  id: string;
  chapterId: string;
  occurrence: OccurrenceRef | null;
  facilitatorId: string;
  agenda: readonly AgendaEntry[];
  /** ISO text of now. */
  at: string;
}

/** Columns of a session that a use case may set; moments are ISO text. */
export type SessionColumns = Partial<
  Pick<
    SessionRow,
    | 'state'
    | 'ended_at'
    | 'facilitator_id'
    | 'facilitator_seen_at'
    | 'timebox_seconds'
    | 'timebox_ends_at'
    | 'timebox_left'
    | 'minutes'
  >
>;

/** How an item ended. */
export interface ItemResult {
  kind: TriageResultKind;
  note: string;
  endedBy: string;
  at: string;
  secondsSpent: number;
}

/** Writes of rows whose session is locked. */
@Injectable()
export class SessionWrites {
  /** @throws by constraint `triage_sessions_one_running`, `triage_sessions_by_occurrence` */
  async start(tx: Tx, { id, chapterId, occurrence, facilitatorId, agenda, at }: NewSession): Promise<void> {
    await tx.run(
      `insert into triage_sessions (organization_id, id, chapter_id, cadence_id, original_start, started_at, facilitator_id, facilitator_seen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $6)`,
      [
        tx.organizationId,
        id,
        chapterId,
        occurrence?.cadenceId ?? null,
        occurrence?.originalStart ?? null,
        at,
        facilitatorId,
      ],
    );
    await this.addItems(tx, id, 1, agenda);
    await this.facilitates(tx, id, facilitatorId, at);
  }

  /** The ids of the new items. @param first position of the first of them */
  async addItems(tx: Tx, sessionId: string, first: number, entries: readonly AgendaEntry[]): Promise<string[]> {
    const rows = entries.map((entry, index) => ({ ...entry, id: newId(), position: first + index }));
    await tx.run(
      `insert into triage_items (organization_id, id, session_id, position, reason, why, impediment_id, source_id, action_id)
       select $1, g.id, $2, g.position, g.reason, g.why, g."impedimentId", g."sourceId", g."actionId"
         from jsonb_to_recordset($3::jsonb) as g(id uuid, position int, reason text, why text, "impedimentId" uuid, "sourceId" uuid, "actionId" uuid)`,
      [tx.organizationId, sessionId, JSON.stringify(rows)],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether they were not there before. */
  async join(tx: Tx, sessionId: string, personId: string, at: string): Promise<boolean> {
    const joined = await tx.run(
      `insert into triage_participants (organization_id, session_id, person_id, joined_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [tx.organizationId, sessionId, personId, at],
    );
    return joined > 0;
  }

  /** They are in it, and facilitate from now on. */
  async facilitates(tx: Tx, sessionId: string, personId: string, at: string): Promise<void> {
    await tx.run(
      `insert into triage_participants as p (organization_id, session_id, person_id, joined_at, facilitated_from)
       values ($1, $2, $3, $4, $4)
       on conflict (organization_id, session_id, person_id)
       do update set facilitated_from = coalesce(p.facilitated_from, excluded.facilitated_from)`,
      [tx.organizationId, sessionId, personId, at],
    );
  }

  /** @param counts whether it is a change of the session's own, which its version counts */
  async update(tx: Tx, id: string, columns: SessionColumns, counts = false): Promise<void> {
    const given = Object.entries(columns).filter(([, value]) => value !== undefined);
    const assignments = given.map(([column], index) => `${column} = $${index + 3}`);
    if (counts) assignments.push('version = version + 1');
    await tx.run(`update triage_sessions set ${assignments.join(', ')} where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
      ...given.map(([, value]) => value),
    ]);
  }

  /** 0 takes them off. */
  async setDots(tx: Tx, itemId: string, personId: string, dots: number): Promise<void> {
    if (dots === 0) {
      await tx.run('delete from triage_dots where organization_id = $1 and item_id = $2 and person_id = $3', [
        tx.organizationId,
        itemId,
        personId,
      ]);
      return;
    }
    await tx.run(
      `insert into triage_dots (organization_id, item_id, person_id, dots) values ($1, $2, $3, $4)
       on conflict (organization_id, item_id, person_id) do update set dots = excluded.dots`,
      [tx.organizationId, itemId, personId, dots],
    );
  }

  async takeUp(tx: Tx, itemId: string, at: string): Promise<void> {
    await tx.run('update triage_items set taken_up_at = $3 where organization_id = $1 and id = $2', [
      tx.organizationId,
      itemId,
      at,
    ]);
  }

  async putDown(tx: Tx, { id }: ItemRow, secondsSpent: number): Promise<void> {
    await tx.run(
      'update triage_items set taken_up_at = null, seconds_spent = $3 where organization_id = $1 and id = $2',
      [tx.organizationId, id, secondsSpent],
    );
  }

  async end(tx: Tx, itemId: string, { kind, note, endedBy, at, secondsSpent }: ItemResult): Promise<void> {
    await tx.run(
      `update triage_items set result = $3, note = $4, ended_by = $5, ended_at = $6, seconds_spent = $7, taken_up_at = null,
              version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, itemId, kind, note, endedBy, at, secondsSpent],
    );
  }

  async reopen(tx: Tx, itemId: string): Promise<void> {
    await tx.run(
      `update triage_items set result = null, note = null, ended_by = null, ended_at = null, version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, itemId],
    );
  }

  /** Gives all items of a session their places anew. */
  async order(tx: Tx, sessionId: string, ids: readonly string[]): Promise<void> {
    await tx.run(
      `update triage_items i set position = o.position
         from unnest($3::uuid[]) with ordinality as o(id, position)
        where i.organization_id = $1 and i.session_id = $2 and i.id = o.id and i.position <> o.position`,
      [tx.organizationId, sessionId, ids],
    );
  }

  async promise(tx: Tx, itemId: string, actionId: string): Promise<void> {
    await tx.run('insert into triage_promises (organization_id, item_id, action_id) values ($1, $2, $3)', [
      tx.organizationId,
      itemId,
      actionId,
    ]);
  }

  async tell(tx: Tx, sessionId: string, teamIds: readonly string[]): Promise<void> {
    await tx.run(
      `insert into triage_told_teams (organization_id, session_id, team_id) select $1, $2, unnest($3::uuid[])
       on conflict do nothing`,
      [tx.organizationId, sessionId, teamIds],
    );
  }
}

/** The columns of a timebox; null: there is none. */
export function timeboxColumns(timebox: Timebox | null): SessionColumns {
  return {
    timebox_seconds: timebox?.seconds ?? null,
    timebox_ends_at: timebox?.endsAt ? new Date(timebox.endsAt).toISOString() : null,
    timebox_left: timebox?.secondsLeft ?? null,
  };
}

export function timeboxOf(row: SessionRow): Timebox | null {
  if (row.timebox_seconds === null) return null;
  const endsAt = row.timebox_ends_at === null ? null : Date.parse(row.timebox_ends_at);
  return { seconds: row.timebox_seconds, endsAt, secondsLeft: row.timebox_left };
}
