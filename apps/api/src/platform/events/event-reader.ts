import type { EventPayload as WholePayload } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { EventCursor } from './event-cursor.js';

/** A row of the event log. */
export interface StoredEvent {
  cursor: EventCursor;
  name: string;
  subjectType: string;
  subjectId: string;
  subjectVersion: number;
  actorId: string | null;
  /** What set it off when no person did: `job:…`, `import:<id>`, `set-up`. */
  cause: string | null;
  payload: EventPayload;
  at: string;
}

/** As stored: earlier releases and other features wrote less. */
export type EventPayload = Partial<WholePayload>;

interface EventRow {
  xid: string;
  id: number;
  name: string;
  subject_type: string;
  subject_id: string;
  subject_version: number;
  actor_person_id: string | null;
  cause: string | null;
  payload: EventPayload;
  at: string;
}

/** Reads the event log in commit-safe order: only below the oldest transaction that is still running. */
@Injectable()
export class EventReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Up to `limit` events behind the cursor, oldest first. */
  async after(organizationId: string, cursor: EventCursor, limit: number): Promise<StoredEvent[]> {
    return this.database.transaction({ organizationId }, (tx) => this.afterIn(tx, cursor, limit));
  }

  /** Ordered by the columns, not by the text that `xid` is selected as: as text 1000 comes before 999. */
  async afterIn(tx: Tx, cursor: EventCursor, limit: number): Promise<StoredEvent[]> {
    const rows = await tx.query<EventRow>(
      `select xid::text as xid, id, name, subject_type, subject_id, subject_version, actor_person_id, cause, payload, at
         from events
        where organization_id = $1 and (xid, id) > ($2::xid8, $3::bigint)
          and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by events.xid, events.id limit $4`,
      [tx.organizationId, cursor.xid.toString(), cursor.id.toString(), limit],
    );
    return rows.map(eventOf);
  }

  /** What happened since then, oldest first; also what this very transaction has appended. */
  async sinceIn(tx: Tx, at: string, names: readonly string[]): Promise<StoredEvent[]> {
    const rows = await tx.query<EventRow>(
      `select xid::text as xid, id, name, subject_type, subject_id, subject_version, actor_person_id, cause, payload, at
         from events where organization_id = $1 and at > $2 and name = any($3::text[]) order by at, id`,
      [tx.organizationId, at, names],
    );
    return rows.map(eventOf);
  }

  /** Whether anything lies behind the cursor, also what is committed and may not be read yet. */
  async hasAfterIn(tx: Tx, cursor: EventCursor): Promise<boolean> {
    const row = await tx.one<{ more: boolean }>(
      'select exists (select from events where organization_id = $1 and (xid, id) > ($2::xid8, $3::bigint)) as more',
      [tx.organizationId, cursor.xid.toString(), cursor.id.toString()],
    );
    return row?.more ?? false;
  }

  /** The place behind everything that is surely visible now: a client that loads after this misses nothing. */
  async nowIn(tx: Tx): Promise<EventCursor> {
    const row = await tx.one<{ xid: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xid');
    return { xid: BigInt(row?.xid ?? '0') - 1n, id: 9_223_372_036_854_775_807n };
  }

  async now(organizationId: string): Promise<EventCursor> {
    return this.database.transaction({ organizationId }, (tx) => this.nowIn(tx));
  }
}

function eventOf(row: EventRow): StoredEvent {
  return {
    cursor: { xid: BigInt(row.xid), id: BigInt(row.id) },
    name: row.name,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    subjectVersion: row.subject_version,
    actorId: row.actor_person_id,
    cause: row.cause,
    payload: row.payload,
    at: row.at,
  };
}
