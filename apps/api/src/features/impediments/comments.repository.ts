import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';

export interface CommentRow {
  id: string;
  impediment_id: string;
  author_id: string;
  body: string;
  at: string;
  edited_at: string | null;
  version: number;
}

export const COMMENT_COLUMNS = 'c.id, c.impediment_id, c.author_id, c.body, c.at, c.edited_at, c.version';

/** Comments as rows. Who changes one has locked its impediment. */
@Injectable()
export class CommentsRepository {
  byId(tx: Tx, id: string): Promise<CommentRow | undefined> {
    return tx.one<CommentRow & Record<string, unknown>>(
      `select ${COMMENT_COLUMNS} from impediment_comments c where c.organization_id = $1 and c.id = $2`,
      [tx.organizationId, id],
    );
  }

  /** @returns the new comment's id */
  async insert(tx: Tx, impedimentId: string, authorId: string, body: string, at: string): Promise<string> {
    const id = newId();
    await tx.run(
      `insert into impediment_comments (organization_id, impediment_id, id, author_id, body, at)
       values ($1, $2, $3, $4, $5, $6)`,
      [tx.organizationId, impedimentId, id, authorId, body, at],
    );
    return id;
  }

  async edit(tx: Tx, comment: CommentRow, body: string, at: string): Promise<void> {
    await tx.run(
      `update impediment_comments set body = $4, edited_at = $5, version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, comment.id, comment.version, body, at],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.run('delete from impediment_comments where organization_id = $1 and id = $2', [tx.organizationId, id]);
  }
}
