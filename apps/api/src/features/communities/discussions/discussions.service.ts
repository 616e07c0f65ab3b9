import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';
import { type Discussion, discussionOf, type DiscussionReply, replyOf } from './discussions.graphql.js';
import { DiscussionsRepository } from './discussions.repository.js';
import { RepliesRepository } from './replies.repository.js';
import type { ReplyRow } from './reply-row.js';

/** Looking at discussions: everybody of the organization may. */
@Injectable()
export class DiscussionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DiscussionsRepository) private readonly discussions: DiscussionsRepository,
    @Inject(RepliesRepository) private readonly replies: RepliesRepository,
  ) {}

  /** @throws NOT_FOUND */
  byId(viewer: Viewer, id: string): Promise<Discussion> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.one(tx, id));
  }

  /** In a transaction that is open already. @throws NOT_FOUND */
  async one(tx: Tx, id: string): Promise<Discussion> {
    const row = await this.discussions.byId(tx, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return discussionOf(row);
  }

  /** Those of nobody here are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Discussion>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.discussions.byIds(tx, ids));
    return new Map(rows.map((row) => [row.id, discussionOf(row)]));
  }

  /** The one that somebody wrote in last first. @throws INVALID_INPUT for a page or cursor that is none */
  ofCommunity(viewer: Viewer, communityId: string, args: PageArgs): Promise<Connection<Discussion>> {
    const page = pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.discussions.page(tx, communityId, page);
      const total = await this.discussions.count(tx, communityId);
      return toConnection(page, rows, total, (row) => [row.last_at, row.id], discussionOf);
    });
  }

  /** By discussion, the oldest first. */
  async repliesOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DiscussionReply[]>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.replies.ofDiscussions(tx, ids));
    return groupedBy(ids, rows, (row) => row.discussion_id);
  }

  /** By idea, the oldest first. */
  async commentsOf(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, DiscussionReply[]>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.replies.ofIdeas(tx, ideaIds));
    return groupedBy(ideaIds, rows, (row) => row.idea_id);
  }
}

function groupedBy(
  ids: readonly string[],
  rows: readonly ReplyRow[],
  of: (row: ReplyRow) => string | null,
): Map<string, DiscussionReply[]> {
  return new Map(ids.map((id) => [id, rows.filter((row) => of(row) === id).map(replyOf)]));
}
