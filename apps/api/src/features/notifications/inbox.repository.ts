import type { InboxReason } from '@chapterhouse/domain/notifications/inbox-reasons';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { InboxEntryRow } from './inbox.graphql.js';

/** What a person narrows their inbox to. */
export interface InboxFilter {
  unreadOnly: boolean;
  reason: InboxReason | null;
}

/** The inbox of one person at a time; every statement names the person. */
@Injectable()
export class InboxRepository {
  /** Latest first. */
  page(tx: Tx, personId: string, filter: InboxFilter, page: Page): Promise<InboxEntryRow[]> {
    const [at = null, id = null] = page.after ?? [];
    return tx.query<InboxEntryRow & Record<string, unknown>>(
      `${SELECT} ${narrowed(filter)} and ($4::timestamptz is null or (e.at, e.id) < ($4, $5::uuid))
        order by e.at desc, e.id desc limit $6`,
      [tx.organizationId, personId, filter.reason, at, id, page.limit],
    );
  }

  async count(tx: Tx, personId: string, filter: InboxFilter): Promise<number> {
    const row = await tx.one<{ count: number }>(`select count(*) as count ${FROM} ${narrowed(filter)}`, [
      tx.organizationId,
      personId,
      filter.reason,
    ]);
    return row?.count ?? 0;
  }

  /** From the index of what is unread: as cheap as that is little. */
  unread(tx: Tx, personId: string): Promise<number> {
    return this.count(tx, personId, { unreadOnly: true, reason: null });
  }

  /** The person's own among the ids. */
  own(tx: Tx, personId: string, ids: readonly string[]): Promise<InboxEntryRow[]> {
    return tx.query<InboxEntryRow & Record<string, unknown>>(
      `${SELECT} and e.id = any($3::uuid[]) order by e.at, e.id`,
      [tx.organizationId, personId, ids],
    );
  }

  /** How many changed: what is read already keeps its moment. */
  mark(tx: Tx, personId: string, ids: readonly string[], readAt: string | null): Promise<number> {
    return tx.run(
      `update inbox_entries e set read_at = $4
        where e.organization_id = $1 and e.person_id = $2 and e.id = any($3::uuid[]) and (e.read_at is null) = ($4::timestamptz is not null)`,
      [tx.organizationId, personId, ids, readAt],
    );
  }

  /** Everything up to the moment: what has come since stays unread. */
  markUntil(tx: Tx, personId: string, until: string, readAt: string): Promise<number> {
    return tx.run(
      `update inbox_entries set read_at = $4
        where organization_id = $1 and person_id = $2 and read_at is null and at <= $3`,
      [tx.organizationId, personId, until, readAt],
    );
  }
}

const FROM = 'from inbox_entries e where e.organization_id = $1 and e.person_id = $2';
const SELECT = `select e.id, e.reason, e.at, e.read_at, e.event_name, cardinality(e.event_ids) as count, e.excerpt,
  (select v.payload->>'commentId' from events v
    where v.organization_id = e.organization_id and v.id = e.event_ids[1] and v.subject_id = e.impediment_id) as comment_id,
  e.actor_id, e.impediment_id, e.decision_id, e.dependency_id, e.cadence_id, e.original_start, e.action_id,
  e.triage_session_id, e.community_id, e.discussion_id, e.idea_id, e.artifact_id ${FROM}`;

function narrowed({ unreadOnly }: InboxFilter): string {
  return `and ($3::text is null or e.reason = $3) ${unreadOnly ? 'and e.read_at is null' : ''}`;
}
