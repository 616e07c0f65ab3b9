import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { DISCUSSION_ROWS, type DiscussionRow } from './discussion-row.js';

export interface NewDiscussion {
  id: string;
  communityId: string;
  title: string;
  body: string;
  byId: string;
  /** ISO text. */
  at: string;
}

@Injectable()
export class DiscussionsRepository {
  /** The one that somebody wrote in last first. */
  page(tx: Tx, communityId: string, page: Page): Promise<DiscussionRow[]> {
    const [at = null, id = null] = page.after ?? [];
    return tx.query<DiscussionRow>(
      `${DISCUSSION_ROWS} and d.community_id = $2 and ($3::timestamptz is null or (d.last_at, d.id) < ($3, $4::uuid))
        order by d.last_at desc, d.id desc limit $5`,
      [tx.organizationId, communityId, at, id, page.limit],
    );
  }

  async count(tx: Tx, communityId: string): Promise<number> {
    const counted = await tx.one<{ count: number }>(
      'select count(*)::int as count from discussions where organization_id = $1 and community_id = $2',
      [tx.organizationId, communityId],
    );
    return counted?.count ?? 0;
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<DiscussionRow[]> {
    return tx.query<DiscussionRow>(`${DISCUSSION_ROWS} and d.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<DiscussionRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** Locks it until the transaction ends. */
  async forUpdate(tx: Tx, id: string): Promise<DiscussionRow | undefined> {
    const sql = 'select 1 from discussions where organization_id = $1 and id = $2 for no key update';
    return (await tx.run(sql, [tx.organizationId, id])) === 0 ? undefined : this.byId(tx, id);
  }

  async insert(tx: Tx, { id, communityId, title, body, byId, at }: NewDiscussion): Promise<void> {
    await tx.run(
      `insert into discussions (organization_id, id, community_id, title, body, by_id, at, last_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [tx.organizationId, id, communityId, title, body, byId, at],
    );
  }

  /** Of a row that is locked; its version is one more. */
  async edit(tx: Tx, id: string, { title, body }: { title: string; body: string }, at: string): Promise<void> {
    await tx.run(
      `update discussions set title = $3, body = $4, edited_at = $5, version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, title, body, at],
    );
  }

  /** Of a row that is locked; its version is one more. @param at ISO text; null opens it again */
  async close(tx: Tx, id: string, at: string | null): Promise<void> {
    await tx.run(
      'update discussions set closed_at = $3, version = version + 1 where organization_id = $1 and id = $2',
      [tx.organizationId, id, at],
    );
  }

  /** Somebody wrote in it: it goes to the top of the list. */
  async touch(tx: Tx, id: string, at: string): Promise<void> {
    await tx.run(
      'update discussions set last_at = greatest(last_at, $3::timestamptz) where organization_id = $1 and id = $2',
      [tx.organizationId, id, at],
    );
  }
}
