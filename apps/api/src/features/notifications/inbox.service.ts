import { canWithInbox } from '@chapterhouse/domain/notifications/inbox-policy';
import type { InboxReason } from '@chapterhouse/domain/notifications/inbox-reasons';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { readPage, toConnection } from '../../platform/graphql/connection.js';
import { type InboxConnection, type InboxEntry, inboxEntryOf, type InboxState } from './inbox.graphql.js';
import { InboxNews } from './inbox-news.js';
import { InboxRepository } from './inbox.repository.js';

/** Of one call: a screen shows far fewer. */
const MOST_AT_ONCE = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A person's own inbox; nobody else's, whatever they administer. */
@Injectable()
export class InboxService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(InboxRepository) private readonly entries: InboxRepository,
    @Inject(InboxNews) private readonly news: InboxNews,
  ) {}

  /** @throws INVALID_INPUT for a size or cursor that is none of this list */
  page(
    viewer: Viewer,
    asked: { first?: number | null | undefined; after?: string | null | undefined },
    filter: { unreadOnly: boolean; reason: InboxReason | null },
  ): Promise<InboxConnection> {
    const page = readPage(asked.first, asked.after, 2);
    const [at = '', id = ''] = page.after ?? [];
    if (page.after !== null && (Number.isNaN(Date.parse(at)) || !UUID.test(id)))
      throw refuseField('after', 'This is no cursor of this list; start again without it.');
    return this.own(viewer, async (tx) => {
      const rows = await this.entries.page(tx, viewer.personId, filter, page);
      const total = await this.entries.count(tx, viewer.personId, filter);
      const connection = toConnection(page, rows, total, (row) => [row.at, row.id], inboxEntryOf);
      return { ...connection, unreadCount: await this.entries.unread(tx, viewer.personId) };
    });
  }

  /** Undefined when the viewer has no such entry. */
  async entry(viewer: Viewer, id: string): Promise<InboxEntry | undefined> {
    const [row] = await this.own(viewer, (tx) => this.entries.own(tx, viewer.personId, [id]));
    return row && inboxEntryOf(row);
  }

  /** @throws NOT_FOUND when one of them is not the viewer's: then none is marked */
  mark(viewer: Viewer, ids: readonly string[], read: boolean): Promise<InboxState> {
    const distinct = [...new Set(ids)];
    if (distinct.length > MOST_AT_ONCE) throw refuseField('ids', `Mark at most ${MOST_AT_ONCE} at a time.`);
    return this.own(viewer, async (tx) => {
      const own = await this.entries.own(tx, viewer.personId, distinct);
      if (own.length < distinct.length) throw refusePlatform('NOT_FOUND', {});
      const marked = await this.entries.mark(tx, viewer.personId, distinct, read ? viewer.now.toISOString() : null);
      return this.stateAfter(tx, viewer, marked);
    });
  }

  markUntil(viewer: Viewer, until: string): Promise<InboxState> {
    return this.own(viewer, async (tx) => {
      const marked = await this.entries.markUntil(tx, viewer.personId, until, viewer.now.toISOString());
      return this.stateAfter(tx, viewer, marked);
    });
  }

  private async stateAfter(tx: Tx, viewer: Viewer, marked: number): Promise<InboxState> {
    // The person's other windows count along.
    if (marked > 0) await this.news.tell(tx, 'inbox.read', { people: [viewer.personId], entries: [] });
    return { unreadCount: await this.entries.unread(tx, viewer.personId) };
  }

  private own<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const verdict = canWithInbox(viewer.actor, viewer.personId);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'inbox:own', reason: verdict.reason });
    return this.database.transaction(scopeOf(viewer), work);
  }
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
