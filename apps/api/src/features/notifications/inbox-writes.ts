import type { Settlement } from '@chapterhouse/domain/notifications/artifact-inbox-rules';
import { type InboxReason, STRONGEST_FIRST } from '@chapterhouse/domain/notifications/inbox-reasons';
import type { Told } from '@chapterhouse/domain/notifications/inbox-rules';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { dateOf } from './meeting-told.read.js';

/** An event as it is told; ids as in the database. */
export interface News {
  event: StoredEvent;
  /** What is one message: events of one name with the same occasion. */
  occasion: string;
  excerpt: string;
}

/** An entry that is new, has grown or is gone, and whose it is. */
export interface TouchedEntry {
  id: string;
  personId: string;
}

/** What reactions write into inboxes; every statement may be repeated. */
@Injectable()
export class InboxWrites {
  /** One entry for each; where the same occasion has one already, that one grows, and takes over the stronger reason. */
  async tell(tx: Tx, { event, occasion, excerpt }: News, told: readonly Told[]): Promise<TouchedEntry[]> {
    if (told.length === 0) return [];
    const date = dateOf(event);
    return tx.query<TouchedEntry & Record<string, unknown>>(TELL, [
      tx.organizationId,
      told.map(() => newId()),
      told.map(({ personId }) => personId),
      told.map(({ reason }) => reason),
      event.name,
      occasion,
      event.cursor.id.toString(),
      event.actorId,
      subjectIf(event, 'Impediment'),
      excerpt,
      event.at,
      STRONGEST_FIRST satisfies readonly InboxReason[],
      subjectIf(event, 'Decision'),
      subjectIf(event, 'Dependency'),
      date?.cadenceId ?? null,
      date?.originalStart ?? null,
      subjectIf(event, 'ActionItem'),
      subjectIf(event, 'TriageSession'),
      idIn(event, 'communityId'),
      subjectIf(event, 'Discussion'),
      subjectIf(event, 'Idea'),
      idIn(event, 'artifactId'),
    ]);
  }

  /**
   * Takes an event out of what is unread; an entry that tells of nothing else is gone.
   * @returns whose inbox is shorter or smaller now, and who has read of it already, and why they were told
   */
  async takeBack(tx: Tx, eventId: number): Promise<{ unread: TouchedEntry[]; readBy: Told[] }> {
    const rows = await tx.query<TouchedEntry & Told & { read: boolean }>(FIND_TOLD, [tx.organizationId, eventId]);
    const unread = rows.filter((row) => !row.read);
    const ids = unread.map(({ id }) => id);
    await tx.run(
      'delete from inbox_entries where organization_id = $1 and id = any($2::uuid[]) and cardinality(event_ids) = 1',
      [tx.organizationId, ids],
    );
    await tx.run(SHRINK, [tx.organizationId, ids, eventId]);
    return { unread, readBy: rows.filter((row) => row.read) };
  }

  /**
   * What asked for it before this event is read: it is dealt with. Entries that tell of others, too, stay.
   * @returns whose inbox has less that is unread now
   */
  async settle(tx: Tx, event: StoredEvent, { reasons, about, ofActorOnly }: Settlement): Promise<TouchedEntry[]> {
    const subjectId = about === 'SUBJECT' ? event.subjectId : idIn(event, 'artifactId');
    return tx.query<TouchedEntry & Record<string, unknown>>(SETTLE, [
      tx.organizationId,
      subjectId,
      reasons,
      event.cursor.id.toString(),
      event.at,
      idIn(event, 'artifactId'),
      ofActorOnly,
      event.actorId,
    ]);
  }

  /** What a comment says now stands in what was told of it; nothing, once it is removed. */
  async reword(tx: Tx, impedimentId: string, commentId: string, excerpt: string): Promise<void> {
    await tx.run(REWORD, [tx.organizationId, impedimentId, commentId, excerpt]);
  }
}

/** What the event is about, where it is of this kind. */
function subjectIf({ subjectType, subjectId }: StoredEvent, kind: string): string | null {
  return subjectType === kind ? subjectId : null;
}

/** What it happened in or to, where the event says it. */
function idIn({ payload }: StoredEvent, field: 'communityId' | 'artifactId'): string | null {
  const id: unknown = Object.entries(payload).find(([name]) => name === field)?.[1];
  return typeof id === 'string' ? id : null;
}

const TELL = `
  insert into inbox_entries as e (organization_id, id, person_id, reason, event_name, occasion, event_ids, actor_id, impediment_id, decision_id,
      dependency_id, cadence_id, original_start, action_id, triage_session_id, community_id, discussion_id, idea_id,
      artifact_id, excerpt, at)
  select $1, t.id, t.person_id, t.reason, $5, $6, array[$7::bigint], $8, $9, $13, $14, $15, $16, $17, $18, $19, $20, $21,
         $22, $10, $11
    from unnest($2::uuid[], $3::uuid[], $4::text[]) as t(id, person_id, reason)
  on conflict (organization_id, person_id, occasion, event_name) do update set
    event_ids = e.event_ids || excluded.event_ids,
    reason = case when array_position($12::text[], excluded.reason) < array_position($12::text[], e.reason) then excluded.reason else e.reason end,
    impediment_id = case when array_position($12::text[], excluded.reason) < array_position($12::text[], e.reason) then excluded.impediment_id else e.impediment_id end,
    decision_id = case when array_position($12::text[], excluded.reason) < array_position($12::text[], e.reason) then excluded.decision_id else e.decision_id end,
    dependency_id = case when array_position($12::text[], excluded.reason) < array_position($12::text[], e.reason) then excluded.dependency_id else e.dependency_id end
  where not e.event_ids @> excluded.event_ids
  returning e.id, e.person_id as "personId"`;

/** By the occasion, which has an index; the event says its own. */
const FIND_TOLD = `
  select e.id, e.person_id as "personId", e.reason, e.read_at is not null as read
    from events v join inbox_entries e on e.organization_id = v.organization_id and e.occasion = v.xid::text
   where v.organization_id = $1 and v.id = $2 and e.event_ids @> array[v.id]
     for update of e`;

/** Of what is left, the first one is shown. */
const SHRINK = `
  update inbox_entries e set event_ids = array_remove(e.event_ids, $3::bigint),
         impediment_id = (select v.subject_id from events v
                           where v.organization_id = $1 and v.id = (array_remove(e.event_ids, $3::bigint))[1])
   where e.organization_id = $1 and e.id = any($2::uuid[])`;

/** $2 is what all of an entry's events are about; $6 the artifact that it leads to, where the event names one. */
const SETTLE = `
  update inbox_entries e set read_at = greatest(e.at, $5::timestamptz)
   where e.organization_id = $1 and (e.dependency_id = $2 or e.action_id = $2 or e.idea_id = $2 or e.artifact_id = $6)
     and e.reason = any($3::text[]) and e.read_at is null and (not $7::boolean or e.person_id = $8)
     and not exists (select from events v where v.organization_id = $1 and v.id = any(e.event_ids)
                        and (v.subject_id <> $2 or v.id >= $4::bigint))
  returning e.id, e.person_id as "personId"`;

const REWORD = `
  update inbox_entries e set excerpt = $4
    from events v
   where e.organization_id = $1 and e.impediment_id = $2 and v.organization_id = $1 and v.subject_id = $2
     and v.payload->>'commentId' = $3 and e.event_ids @> array[v.id] and e.excerpt <> $4`;
