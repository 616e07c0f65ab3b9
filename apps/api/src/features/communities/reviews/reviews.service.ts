import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { DiscussionReply } from '../discussions/discussions.graphql.js';
import { type Review, type ReviewComment, reviewCommentOf, reviewOf, reviewReplyOf } from './reviews.graphql.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Looking at reviews: everybody of the organization may. */
@Injectable()
export class ReviewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
  ) {}

  byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Review>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.reviews.byIds(tx, ids);
      return new Map(rows.map((row) => [row.id, reviewOf(row)]));
    });
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<Review> {
    const found = (await this.byIds(viewer, [id])).get(id);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** The open one of each artifact that has one. */
  openOf(viewer: Viewer, artifactIds: readonly string[]): Promise<Map<string, Review>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.reviews.openOf(tx, artifactIds);
      return new Map(rows.map((row) => [row.artifact_id, reviewOf(row)]));
    });
  }

  /** Those in which the viewer is asked and has said nothing yet. */
  askedOf(viewer: Viewer): Promise<Review[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) =>
      (await this.reviews.waitingFor(tx, viewer.personId)).map(reviewOf),
    );
  }

  /** By draft, the oldest first. */
  comments(viewer: Viewer, draftIds: readonly string[]): Promise<Map<string, ReviewComment[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const grouped = new Map<string, ReviewComment[]>(draftIds.map((id) => [id, []]));
      for (const row of await this.reviews.comments(tx, draftIds))
        grouped.get(row.draft_id)?.push(reviewCommentOf(row));
      return grouped;
    });
  }

  /** By comment, the oldest first. */
  replies(viewer: Viewer, commentIds: readonly string[]): Promise<Map<string, DiscussionReply[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const grouped = new Map<string, DiscussionReply[]>(commentIds.map((id) => [id, []]));
      for (const row of await this.reviews.replies(tx, commentIds))
        grouped.get(row.comment_id)?.push(reviewReplyOf(row));
      return grouped;
    });
  }
}
