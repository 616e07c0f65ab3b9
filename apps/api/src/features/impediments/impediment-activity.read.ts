import type { EventPayload } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Connection, type Page, toConnection } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import type { ActivityEntry, ImpedimentComment } from './impediment-activity.graphql.js';
import { ImpedimentReferences, type PeopleAndTeams } from './impediment-references.js';
import { pageByMoment, pageByNumber, type PageArgs } from './page-key.js';

interface CommentRow {
  id: string;
  author_id: string;
  body: string;
  at: string;
  version: number;
}

interface ActivityRow {
  id: number;
  at: string;
  actor_person_id: string | null;
  name: string;
  payload: Partial<EventPayload>;
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
      const rows = await tx.query<CommentRow & OfImpediment>(COMMENTS, [tx.organizationId, ids, at, id, page.limit]);
      const totals = await tx.query<Total>(COMMENT_TOTALS, [tx.organizationId, ids]);
      const authors = rows.map((row) => row.author_id);
      const people = await this.references.people(tx, viewer.today, authors);
      return pages(
        page,
        rows,
        totals,
        (row) => [row.at, row.id],
        (row) => commentOf(row, people),
      );
    });
  }

  /** One comment; undefined when nobody here wrote it. */
  comment(viewer: Viewer, id: string): Promise<ImpedimentComment | undefined> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await tx.one<CommentRow>(
        'select id, author_id, body, at, version from impediment_comments where organization_id = $1 and id = $2',
        [tx.organizationId, id],
      );
      return row && commentOf(row, await this.references.people(tx, viewer.today, [row.author_id]));
    });
  }

  /** Newest first, from the event log: the audit trail itself. The same page of each impediment. */
  activity(viewer: Viewer, ids: readonly string[], args: PageArgs): Promise<Map<string, Connection<ActivityEntry>>> {
    const page = pageByNumber(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const last = page.after?.[0] ?? null;
      const rows = await tx.query<ActivityRow & OfImpediment>(ACTIVITY, [tx.organizationId, ids, last, page.limit]);
      const totals = await tx.query<Total>(ACTIVITY_TOTALS, [tx.organizationId, ids]);
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

function commentOf(row: CommentRow, people: PeopleAndTeams): ImpedimentComment {
  return {
    id: globalId('ImpedimentComment', row.id),
    author: people.person(row.author_id),
    body: row.body,
    at: row.at,
    version: row.version,
  };
}

function entryOf(row: ActivityRow, people: PeopleAndTeams): ActivityEntry {
  return {
    id: `Activity_${row.id}`,
    at: row.at,
    actor: row.actor_person_id === null ? null : people.person(row.actor_person_id),
    event: row.name,
    changes: row.payload.changes ?? [],
    note: row.payload.note ?? null,
  };
}

const COMMENTS = `
  select given.impediment_id, page.* from unnest($2::uuid[]) as given(impediment_id) cross join lateral (
    select c.id, c.author_id, c.body, c.at, c.version from impediment_comments c
     where c.organization_id = $1 and c.impediment_id = given.impediment_id
       and ($3::timestamptz is null or (c.at, c.id) > ($3, $4::uuid))
     order by c.at, c.id limit $5) as page
   order by given.impediment_id, page.at, page.id`;

const COMMENT_TOTALS = `
  select given.impediment_id, (select count(*) from impediment_comments c
     where c.organization_id = $1 and c.impediment_id = given.impediment_id) as total
    from unnest($2::uuid[]) as given(impediment_id)`;

const ACTIVITY = `
  select given.impediment_id, page.* from unnest($2::uuid[]) as given(impediment_id) cross join lateral (
    select e.id, e.at, e.actor_person_id, e.name, e.payload from events e
     where e.organization_id = $1 and e.subject_id = given.impediment_id and e.subject_type = 'Impediment'
       and ($3::bigint is null or e.id < $3)
     order by e.id desc limit $4) as page
   order by given.impediment_id, page.id desc`;

const ACTIVITY_TOTALS = `
  select given.impediment_id, (select count(*) from events e
     where e.organization_id = $1 and e.subject_id = given.impediment_id and e.subject_type = 'Impediment') as total
    from unnest($2::uuid[]) as given(impediment_id)`;
