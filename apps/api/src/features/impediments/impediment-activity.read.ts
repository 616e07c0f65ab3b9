import type { EventPayload } from '@chapterhouse/domain/event-payload';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
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

/** What was said and what happened, one page of one impediment at a time. */
@Injectable()
export class ImpedimentActivityRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /** Oldest first. */
  comments(viewer: Viewer, impedimentId: string, args: PageArgs): Promise<Connection<ImpedimentComment>> {
    const page = pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<CommentRow>(
        `select id, author_id, body, at, version from impediment_comments
          where organization_id = $1 and impediment_id = $2 and ($3::timestamptz is null or (at, id) > ($3, $4::uuid))
          order by at, id limit $5`,
        [tx.organizationId, impedimentId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
      );
      const total = await tx.one<{ count: number }>(
        'select count(*) from impediment_comments where organization_id = $1 and impediment_id = $2',
        [tx.organizationId, impedimentId],
      );
      const people = await this.references.people(
        tx,
        viewer.today,
        rows.map((row) => row.author_id),
      );
      return toConnection(
        page,
        rows,
        total?.count ?? 0,
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

  /** Newest first, from the event log: the audit trail itself. */
  activity(viewer: Viewer, impedimentId: string, args: PageArgs): Promise<Connection<ActivityEntry>> {
    const page = pageByNumber(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<ActivityRow>(
        `select id, at, actor_person_id, name, payload from events
          where organization_id = $1 and subject_id = $2 and subject_type = 'Impediment' and ($3::bigint is null or id < $3)
          order by id desc limit $4`,
        [tx.organizationId, impedimentId, page.after?.[0] ?? null, page.limit],
      );
      const total = await tx.one<{ count: number }>(
        `select count(*) from events where organization_id = $1 and subject_id = $2 and subject_type = 'Impediment'`,
        [tx.organizationId, impedimentId],
      );
      const actors = rows.flatMap((row) => (row.actor_person_id === null ? [] : [row.actor_person_id]));
      const people = await this.references.people(tx, viewer.today, actors);
      return toConnection(
        page,
        rows,
        total?.count ?? 0,
        (row) => [String(row.id)],
        (row) => ({
          id: `Activity_${row.id}`,
          at: row.at,
          actor: row.actor_person_id === null ? null : people.person(row.actor_person_id),
          event: row.name,
          changes: row.payload.changes ?? [],
          note: row.payload.note ?? null,
        }),
      );
    });
  }
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
