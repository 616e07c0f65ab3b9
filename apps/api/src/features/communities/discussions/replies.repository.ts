import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { REPLY_ROWS, type ReplyRow, SHOWN_REPLIES } from './reply-row.js';

export interface NewReply {
  id: string;
  /** One of the two. */
  discussionId: string | null;
  ideaId: string | null;
  body: string;
  byId: string;
  /** ISO text. */
  at: string;
}

/** What people answered, the oldest first. */
@Injectable()
export class RepliesRepository {
  ofDiscussions(tx: Tx, ids: readonly string[]): Promise<ReplyRow[]> {
    return tx.query<ReplyRow>(`${SHOWN_REPLIES} and r.discussion_id = any($2::uuid[]) order by r.at, r.id`, [
      tx.organizationId,
      ids,
    ]);
  }

  ofIdeas(tx: Tx, ids: readonly string[]): Promise<ReplyRow[]> {
    return tx.query<ReplyRow>(`${SHOWN_REPLIES} and r.idea_id = any($2::uuid[]) order by r.at, r.id`, [
      tx.organizationId,
      ids,
    ]);
  }

  /** Also one that was removed. */
  byId(tx: Tx, id: string): Promise<ReplyRow | undefined> {
    return tx.one<ReplyRow>(`${REPLY_ROWS} and r.id = $2`, [tx.organizationId, id]);
  }

  async insert(tx: Tx, { id, discussionId, ideaId, body, byId, at }: NewReply): Promise<void> {
    await tx.run(
      `insert into community_replies (organization_id, id, discussion_id, idea_id, body, by_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, id, discussionId, ideaId, body, byId, at],
    );
  }

  async edit(tx: Tx, id: string, body: string, at: string): Promise<void> {
    await tx.run(
      `update community_replies set body = $3, edited_at = $4, version = version + 1 where organization_id = $1 and id = $2`,
      [tx.organizationId, id, body, at],
    );
  }

  async remove(tx: Tx, id: string, at: string): Promise<void> {
    await tx.run(
      `update community_replies set removed_at = $3, version = version + 1 where organization_id = $1 and id = $2`,
      [tx.organizationId, id, at],
    );
  }

  /** Who wrote in a discussion, or about an idea: those who hear how it goes on. */
  async writers(tx: Tx, of: { discussionId: string } | { ideaId: string }): Promise<string[]> {
    const [discussionId, ideaId] = 'ideaId' in of ? [null, of.ideaId] : [of.discussionId, null];
    const rows = await tx.query<{ by_id: string }>(WRITERS, [tx.organizationId, discussionId, ideaId]);
    return rows.map((row) => row.by_id);
  }
}

const WRITERS = `
  select distinct r.by_id from community_replies r
   where r.organization_id = $1 and r.removed_at is null and (r.discussion_id = $2 or r.idea_id = $3)`;
