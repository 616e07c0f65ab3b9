import { followLine, nearestLine, type QuotedLine } from '@chapterhouse/domain/communities/quoted-line';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { DiscussionReply } from '../discussions/discussions.graphql.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { bodyBeside } from '../versions/written-lines.js';
import type { ReviewCommentRow } from './review-row.js';
import { type Review, type ReviewComment, reviewCommentOf, reviewOf, reviewReplyOf } from './reviews.graphql.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Rounds of one draft that are shown; the earlier ones are in the record of what happened. */
const MOST_ROUNDS = 20;

/** Looking at reviews: everybody of the organization may. */
@Injectable()
export class ReviewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
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

  /** By draft, rounds that are over, the latest first. */
  endedOf(viewer: Viewer, draftIds: readonly string[]): Promise<Map<string, Review[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.reviews.endedOf(tx, draftIds, MOST_ROUNDS);
      return new Map(draftIds.map((id) => [id, rows.filter((row) => row.draft_id === id).map(reviewOf)]));
    });
  }

  /** Those in which the viewer is asked and has said nothing yet, of drafts that are as they were. */
  askedOf(viewer: Viewer): Promise<Review[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) =>
      (await this.reviews.waitingFor(tx, viewer.personId)).map(reviewOf),
    );
  }

  /** By draft, the oldest first. */
  comments(viewer: Viewer, draftIds: readonly string[]): Promise<Map<string, ReviewComment[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const grouped = new Map<string, ReviewComment[]>(draftIds.map((id) => [id, []]));
      const rows = await this.reviews.comments(tx, draftIds);
      const placeOf = await this.places(tx, rows);
      for (const row of rows) grouped.get(row.draft_id)?.push(reviewCommentOf(row, placeOf(row)));
      return grouped;
    });
  }

  /** Where the lines stand now that comments are about; of a page that is gone nothing is current. */
  private async places(tx: Tx, comments: readonly ReviewCommentRow[]): Promise<(row: ReviewCommentRow) => QuotedLine> {
    const found = await this.reviews.lines(
      tx,
      comments.map(({ id }) => id),
    );
    const lines = new Map(found.map((one) => [one.id, one.lines]));
    const beside = await this.placesBeside(tx, comments.filter(isBeside));
    return (row) => beside.get(row.id) ?? nearestLine(lines.get(row.id) ?? [], row);
  }

  /** Of comments on steps and trees, which hang on the draft itself. */
  private async placesBeside(tx: Tx, comments: readonly ReviewCommentRow[]): Promise<Map<string, QuotedLine>> {
    if (comments.length === 0) return new Map();
    const artifactIds = [...new Set(comments.map(({ artifact_id: id }) => id))];
    const drafts = new Map((await this.drafts.ofArtifacts(tx, artifactIds)).map((draft) => [draft.id, draft]));
    return new Map(
      comments.flatMap((row) => {
        const draft = drafts.get(row.draft_id);
        const body = draft === undefined ? null : bodyBeside(draft, row.page_path);
        return body === null ? [] : [[row.id, followLine(body, row)] as const];
      }),
    );
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

function isBeside({ page_id: page, draft_id: draft }: ReviewCommentRow): boolean {
  return page === draft;
}
