import type { InboxEvent, InboxPayload } from '@chapterhouse/domain/notifications/inbox-events';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import { type InboxChange, inboxEntryOf } from './inbox.graphql.js';
import { InboxRepository } from './inbox.repository.js';

const SUBJECT = 'Inbox';

/**
 * How open windows hear of their inbox: by the event log, like everything live, so that cursors, resuming and several
 * processes need nothing of their own. One event tells of all entries of a reaction's round, not one per entry.
 */
@Injectable()
export class InboxNews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(LiveEvents) private readonly live: LiveEvents,
    @Inject(InboxRepository) private readonly entries: InboxRepository,
  ) {}

  async tell(tx: Tx, name: InboxEvent, payload: InboxPayload): Promise<void> {
    await this.events.append(tx, {
      name,
      subjectType: SUBJECT,
      subjectId: tx.organizationId,
      subjectVersion: 1,
      payload,
    });
  }

  follow(viewer: Viewer, after: string | null | undefined): Promise<AsyncIterableIterator<InboxChange>> {
    return this.live.follow<InboxChange>(viewer.organizationId, after, {
      wanted: (event) => event.subjectType === SUBJECT && payloadOf(event).people.includes(viewer.personId),
      tell: ({ events }) => this.changes(viewer, events),
      resync: (cursor) => ({ cursor, resync: true, unreadCount: 0, entry: null }),
    });
  }

  /** One per new entry; one without an entry where only the count may have changed. */
  private changes({ organizationId, personId }: Viewer, events: readonly StoredEvent[]): Promise<InboxChange[]> {
    return this.database.transaction({ organizationId }, async (tx) => {
      const ids = events.flatMap((event) => payloadOf(event).entries);
      const rows = ids.length === 0 ? [] : await this.entries.own(tx, personId, ids);
      const unreadCount = await this.entries.unread(tx, personId);
      return events.flatMap((event): InboxChange[] => {
        const told = new Set(payloadOf(event).entries);
        const change = { cursor: writeCursor(event.cursor), resync: false, unreadCount };
        const fresh = rows.filter((row) => told.has(row.id)).map((row) => ({ ...change, entry: inboxEntryOf(row) }));
        return fresh.length > 0 ? fresh : [{ ...change, entry: null }];
      });
    });
  }
}

function payloadOf(event: StoredEvent): InboxPayload {
  const payload: object = event.payload;
  return {
    people: textsOf('people' in payload && payload.people),
    entries: textsOf('entries' in payload && payload.entries),
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
