import type { EventPayload } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Connection, type Page, toConnection } from '../../platform/graphql/connection.js';
import { CommentObjects } from './comment-objects.js';
import { COMMENT_COLUMNS, type CommentRow, CommentsRepository } from './comments.repository.js';
import type { ActivityEntry, ImpedimentComment } from './impediment-activity.graphql.js';
import { ImpedimentReferences, type PeopleAndTeams } from './impediment-references.js';
import { pageByMoment, pageByNumber, type PageArgs } from '../../platform/graphql/page-key.js';

export interface ActivityRow {
  id: number;
  at: string;
  actor_person_id: string | null;
  name: string;
  payload: Partial<EventPayload>;
  /** Whether it tells of a comment that was removed since: its words stay in the log and are not shown. */
  words_are_gone: boolean;
}

interface OfImpediment {
  impediment_id: string;
}

type Total = OfImpediment & { total: number };

/** What was said and what happened, page by page. */
@Injectable()
export class ImpedimentActivityRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(CommentsRepository) private readonly rows: CommentsRepository,
    @Inject(CommentObjects) private readonly objects: CommentObjects,
  ) {}

  /** Oldest first; the same page of each impediment, in three statements for any number of them. */
  comments(
    viewer: Viewer,
    ids: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Connection<ImpedimentComment>>> {
    const page = pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const [at, id] = page.after ?? [null, null];
      const rows = await tx.query<CommentRow & Record<string, unknown>>(COMMENTS, [
        tx.organizationId,
        ids,
        at,
        id,
        page.limit,
      ]);
      const totals = await tx.query<Total>(COMMENT_TOTALS, [tx.organizationId, ids]);
      const nodeOf = await this.objects.of(tx, viewer, rows);
      return pages(page, rows, totals, (row) => [row.at, row.id], nodeOf);
    });
  }

  /** One comment; undefined when nobody here wrote it. */
  comment(viewer: Viewer, id: string): Promise<ImpedimentComment | undefined> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.rows.byId(tx, id);
      return row && this.objects.one(tx, viewer, row);
    });
  }

  /** Newest first, from the event log: the audit trail itself. The same page of each impediment, source, decision or what else events are about. */
  activity(
    viewer: Viewer,
    ids: readonly string[],
    args: PageArgs,
    of: 'Impediment' | 'Source' | 'Decision' | 'BacklogItem' = 'Impediment',
  ): Promise<Map<string, Connection<ActivityEntry>>> {
    const page = pageByNumber(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const last = page.after?.[0] ?? null;
      const given = [tx.organizationId, ids, of];
      const rows = await tx.query<ActivityRow & OfImpediment>(activitySql(of), [...given, last, page.limit]);
      const totals = await tx.query<Total>(totalsSql(of), given);
      const actors = rows.flatMap((row) => (row.actor_person_id === null ? [] : [row.actor_person_id]));
      const people = await this.references.people(tx, viewer.today, actors);
      return pages(
        page,
        rows,
        totals,
        (row) => [String(row.id)],
        (row) => entryOf(row, people),
      );
    });
  }
}

function pages<Row extends OfImpediment, T>(
  page: Page,
  rows: readonly Row[],
  totals: readonly Total[],
  keyOf: (row: Row) => string[],
  nodeOf: (row: Row) => T,
): Map<string, Connection<T>> {
  const byImpediment = new Map<string, Row[]>(totals.map((total) => [total.impediment_id, []]));
  for (const row of rows) byImpediment.get(row.impediment_id)?.push(row);
  return new Map(
    totals.map(({ impediment_id: id, total }) => [
      id,
      toConnection(page, byImpediment.get(id) ?? [], total, keyOf, nodeOf),
    ]),
  );
}

/** The event in words for people; asks nothing. */
export function entryOf(row: ActivityRow, people: PeopleAndTeams): ActivityEntry {
  return {
    id: `Activity_${row.id}`,
    at: row.at,
    actor: row.actor_person_id === null ? null : people.person(row.actor_person_id),
    event: row.name,
    changes: row.payload.changes ?? [],
    note: row.words_are_gone ? null : (row.payload.note ?? null),
  };
}

/** What an entry is made of; `e` is the event. */
export const ACTIVITY_COLUMNS = `
  e.id, e.at, e.actor_person_id, e.name, e.payload,
  e.payload->>'commentId' is not null and not exists (select 1 from impediment_comments c
    where c.organization_id = e.organization_id and c.id = (e.payload->>'commentId')::uuid) as words_are_gone`;

const COMMENTS = `
  select page.* from unnest($2::uuid[]) as given(impediment_id) cross join lateral (
    select ${COMMENT_COLUMNS} from impediment_comments c
     where c.organization_id = $1 and c.impediment_id = given.impediment_id
       and ($3::timestamptz is null or (c.at, c.id) > ($3, $4::uuid))
     order by c.at, c.id limit $5) as page
   order by given.impediment_id, page.at, page.id`;

const COMMENT_TOTALS = `
  select given.impediment_id, (select count(*) from impediment_comments c
     where c.organization_id = $1 and c.impediment_id = given.impediment_id) as total
    from unnest($2::uuid[]) as given(impediment_id)`;

/** What an event is told of: its subject. Backlog items are changed many at once too, with one event for all of them. */
function toldOf(of: string): string {
  const own = 'e.subject_id = given.impediment_id and e.subject_type = $3';
  if (of !== 'BacklogItem') return own;
  return `$3 = 'BacklogItem' and e.id in (
     select o.id from events o
      where o.organization_id = $1 and o.subject_id = given.impediment_id and o.subject_type = 'BacklogItem'
     union
     select c.event_id from bulk_item_changes c where c.organization_id = $1 and c.item_id = given.impediment_id)`;
}

const activitySql = (of: string): string => `
  select given.impediment_id, page.* from unnest($2::uuid[]) as given(impediment_id) cross join lateral (
    select ${ACTIVITY_COLUMNS} from events e
     where e.organization_id = $1 and ${toldOf(of)}
       and ($4::bigint is null or e.id < $4)
     order by e.id desc limit $5) as page
   order by given.impediment_id, page.id desc`;

const totalsSql = (of: string): string => `
  select given.impediment_id, (select count(*) from events e
     where e.organization_id = $1 and ${toldOf(of)}) as total
    from unnest($2::uuid[]) as given(impediment_id)`;
