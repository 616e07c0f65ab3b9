import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { EventTail } from './event-tail.js';

/** A domain event as it is appended; past tense, in words for people (`changes`). */
export interface NewEvent {
  name: string;
  subjectType: string;
  subjectId: string;
  subjectVersion: number;
  payload: object;
  /** For history that is imported: when it really happened. Now when omitted. */
  at?: string | undefined;
  /** For history that is imported: who really did it; null: nobody who is known. The transaction's actor when omitted. */
  actorId?: string | null | undefined;
}

/** The one event log: audit trail, activity, outbox and realtime source are the same rows. */
@Injectable()
export class EventLog {
  constructor(@Inject(EventTail) private readonly tail: EventTail) {}

  /** Appends in the transaction of the change itself. Many events go in one statement. */
  async append(tx: Tx, ...events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { actorId, cause, requestId } = tx.scope;
    const given = events.map((event) => ({ ...event, byNobody: event.actorId === null }));
    await tx.run(
      `insert into events (organization_id, name, subject_type, subject_id, subject_version, actor_person_id, cause, request_id, payload, at)
       select $1, e.name, e."subjectType", e."subjectId", e."subjectVersion",
              case when not e."byNobody" then coalesce(e."actorId", $2) end, $3, $4, e.payload, coalesce(e.at, now())
       from jsonb_to_recordset($5::jsonb) as e(name text, "subjectType" text, "subjectId" uuid, "subjectVersion" int,
         payload jsonb, at timestamptz, "actorId" uuid, "byNobody" boolean)`,
      [tx.organizationId, actorId ?? null, cause ?? null, requestId ?? null, JSON.stringify(given)],
    );
    tx.afterCommit(() => this.tail.wake(tx.organizationId));
  }
}
