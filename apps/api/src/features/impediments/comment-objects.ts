import { viewerCanOnComment } from '@chapterhouse/domain/impediments/comment-policy';
import { mentionedPeople } from '@chapterhouse/domain/impediments/impediment-mentions';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import type { CommentRow } from './comments.repository.js';
import type { ImpedimentComment } from './impediment-activity.graphql.js';
import { ImpedimentReferences } from './impediment-references.js';

/** Rows to GraphQL objects: authors and the mentioned by one query, whatever the number of comments. */
@Injectable()
export class CommentObjects {
  constructor(@Inject(ImpedimentReferences) private readonly references: ImpedimentReferences) {}

  /** What makes the object of each of these rows. */
  async of(tx: Tx, viewer: Viewer, rows: readonly CommentRow[]): Promise<(row: CommentRow) => ImpedimentComment> {
    const mentioned = new Map(rows.map((row) => [row.id, mentionedPeople(row.body)]));
    const ids = rows.flatMap((row) => [row.author_id, ...(mentioned.get(row.id) ?? [])]);
    const people = await this.references.knownPeople(tx, viewer.today, ids);
    return (row) => {
      const author = people.get(row.author_id);
      if (!author) throw new Error('A comment has an author.');
      return {
        id: globalId('ImpedimentComment', row.id),
        author,
        body: row.body,
        at: row.at,
        editedAt: row.edited_at,
        version: row.version,
        mentions: (mentioned.get(row.id) ?? []).flatMap((id) => people.get(id) ?? []),
        viewerCan: viewerCanOnComment(viewer.actor, { authorId: row.author_id }),
      };
    };
  }

  async one(tx: Tx, viewer: Viewer, row: CommentRow): Promise<ImpedimentComment> {
    return (await this.of(tx, viewer, [row]))(row);
  }
}
