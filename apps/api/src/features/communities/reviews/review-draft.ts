import { artifactProblems } from '@chapterhouse/domain/communities/artifact-fields';
import type { ArtifactAction, ArtifactFacts } from '@chapterhouse/domain/communities/artifact-policy';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import { followLine, quoteOf } from '@chapterhouse/domain/communities/quoted-line';
import { isStale, type ReviewVerdict } from '@chapterhouse/domain/communities/review-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { type ArtifactRow, factsOf } from '../artifacts/artifact-row.js';
import {
  type ArtifactCall,
  ArtifactTransaction,
  type OpenedArtifact,
  permitOnArtifact,
} from '../artifacts/artifact-transaction.js';
import { CommunityMentions } from '../communities/community-mentions.js';
import { refuseField, refuseProblems } from '../communities/community-permission.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { bodyBeside } from '../versions/written-lines.js';
import type { ReviewCommentRow, ReviewRow } from './review-row.js';
import { ReviewsRepository } from './reviews.repository.js';

/** What is said in a review: verdicts, comments on lines, replies. Each answers the id of the review that is shown. */
@Injectable()
export class ReviewDraft {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
    @Inject(CommunityMentions) private readonly mentions: CommunityMentions,
  ) {}

  /** For the revision that the review names. @throws NOT_FOUND, FORBIDDEN, REVIEW_ENDED, REVIEW_STALE, INVALID_INPUT */
  giveVerdict(call: ArtifactCall, reviewId: string, verdict: ReviewVerdict, words: string): Promise<string> {
    return this.say(call, 'review:give-verdict', reviewId, async ({ tx, viewer, row, at, record }, review) => {
      refuseStale(review, row);
      refuseProblems(artifactProblems({ words }));
      if (verdict === 'CHANGES_ASKED' && words === '') refuseField('words', 'Say what is to be changed.');
      await this.reviews.addVerdict(tx, { id: newId(), reviewId, personId: viewer.personId, verdict, words, at });
      await this.artifacts.watchUnlessRefused(tx, row.id, [viewer.personId]);
      const told = await this.concerned(tx, review);
      const mentions = await this.mentions.told(tx, viewer.today, '', words);
      await record({
        event: verdict === 'APPROVED' ? 'review.approved' : 'review.changes-asked',
        version: row.version,
        changes: [],
        ...(words !== '' && { note: words }),
        ...mentions,
        told,
      });
    });
  }

  /** On a line of the draft as it is now. @throws as `giveVerdict`, PAGE_GONE */
  comment(
    call: ArtifactCall,
    reviewId: string,
    given: { pagePath: string; line: number; quote: string | null; body: string },
  ): Promise<string> {
    return this.say(call, 'review:comment', reviewId, async ({ tx, viewer, row, at, record }, review) => {
      refuseProblems(artifactProblems({ comment: given.body }));
      const page = await this.placeOf(tx, row.id, given.pagePath);
      // Somebody may have written above it meanwhile: it is the line of these words.
      const { line, isCurrent } =
        given.quote === null
          ? { line: given.line, isCurrent: true }
          : followLine(page.body, { line: given.line, quote: given.quote });
      const quote = isCurrent && line >= 1 ? quoteOf(page.body, line) : null;
      if (quote === null) return refuseField('line', 'The page has no such line any more; look at it again.');
      await this.reviews.addComment(tx, {
        id: newId(),
        reviewId,
        draftId: review.draft_id,
        pageId: page.id,
        pagePath: page.path,
        line,
        quote,
        body: given.body,
        by: viewer.personId,
        at,
      });
      const told = await this.concerned(tx, review);
      const mentions = await this.mentions.told(tx, viewer.today, '', given.body);
      await record({
        event: 'review.commented',
        version: row.version,
        changes: [],
        ...mentions,
        note: given.body,
        told,
      });
    });
  }

  reply(call: ArtifactCall, commentId: string, body: string): Promise<string> {
    return this.answer(call, 'review:comment', commentId, async ({ tx, viewer, row, at, record }, comment) => {
      refuseProblems(artifactProblems({ comment: body }));
      const replies = await this.reviews.replies(tx, [commentId]);
      const told = [...new Set([comment.by, ...replies.map(({ by }) => by)])];
      const mentions = await this.mentions.told(tx, viewer.today, '', body);
      await this.reviews.addReply(tx, { id: newId(), commentId, body, by: viewer.personId, at });
      await record({ event: 'review.replied', version: row.version, changes: [], ...mentions, note: body, told });
    });
  }

  resolve(call: ArtifactCall, commentId: string, resolved: boolean): Promise<string> {
    return this.answer(call, 'review:resolve', commentId, async ({ tx, row, record }, comment) => {
      if (comment.resolved === resolved) return;
      await this.reviews.resolve(tx, commentId, resolved);
      const event = resolved ? 'review.comment-resolved' : 'review.comment-reopened';
      await record({ event, version: row.version, changes: [] });
    });
  }

  /** By whoever wrote it. @throws NOT_FOUND, FORBIDDEN, REVIEW_ENDED, CONFLICT, INVALID_INPUT */
  edit(call: ArtifactCall, commentId: string, given: { version: number; body: string }): Promise<string> {
    return this.answer(call, 'review:edit-comment', commentId, async ({ tx, viewer, row, at, record }, comment) => {
      refuseOtherVersion(comment, given.version);
      refuseProblems(artifactProblems({ comment: given.body }));
      if (given.body === comment.body) return;
      await this.reviews.editComment(tx, commentId, given.body, at);
      const mentions = await this.mentions.told(tx, viewer.today, comment.body, given.body);
      await record({
        event: 'review.comment-edited',
        version: row.version,
        changes: [],
        ...mentions,
        note: given.body,
      });
    });
  }

  /** By whoever wrote it, while nobody else replied to it. @throws as `edit` */
  remove(call: ArtifactCall, commentId: string, version: number): Promise<string> {
    return this.answer(call, 'review:remove-comment', commentId, async ({ tx, row, at, record }, comment) => {
      refuseOtherVersion(comment, version);
      await this.reviews.removeComment(tx, commentId, at);
      await record({ event: 'review.comment-removed', version: row.version, changes: [] });
    });
  }

  /** A page, or the steps or the tree, which stand on the draft itself. @throws PAGE_GONE */
  private async placeOf(tx: Tx, artifactId: string, path: string): Promise<{ id: string; path: string; body: string }> {
    const page = await this.drafts.text(tx, artifactId, path);
    if (page) return page;
    const draft = await this.drafts.of(tx, artifactId);
    const body = draft ? bodyBeside(draft, path) : null;
    if (!draft || body === null) throw refuseArtifact('PAGE_GONE', { path });
    return { id: draft.id, path, body };
  }

  /** Who asked for the review, and who wrote what is reviewed. */
  private async concerned(tx: Tx, review: ReviewRow): Promise<string[]> {
    return [...new Set([review.asked_by, ...(await this.drafts.authors(tx, review.artifact_id))])];
  }

  private say(
    call: ArtifactCall,
    action: ArtifactAction,
    reviewId: string,
    step: (opened: OpenedArtifact, review: ReviewRow) => Promise<void>,
  ): Promise<string> {
    return this.transaction.run(
      call,
      action,
      async (tx) => {
        await this.inReview(tx, call, action, reviewId, step);
        return reviewId;
      },
      async (_, id) => id,
    );
  }

  /** Of a comment, in whichever review of the draft it was made; the one that is open is shown. */
  private answer(
    call: ArtifactCall,
    action: ArtifactAction,
    commentId: string,
    step: (opened: OpenedArtifact, comment: ReviewCommentRow) => Promise<void>,
  ): Promise<string> {
    return this.transaction.run(
      call,
      action,
      async (tx) => {
        const comment = await this.reviews.comment(tx, commentId);
        if (!comment) throw refusePlatform('NOT_FOUND', {});
        const [open] = await this.reviews.openOf(tx, [comment.artifact_id]);
        if (open?.draft_id !== comment.draft_id) throw refuseArtifact('REVIEW_ENDED', {});
        const about = { isOwn: comment.by === call.viewer.personId, isAnswered: comment.answered };
        await this.inReview(
          tx,
          call,
          action,
          open.id,
          async (opened) => {
            // The lock may have been waited for: what is said by now is known only now.
            const held = await this.reviews.comment(tx, commentId);
            if (!held) throw refusePlatform('NOT_FOUND', {});
            permitOnArtifact(call.viewer, action, { ...factsOf(opened.row), ...about, isAnswered: held.answered });
            await step(opened, held);
          },
          about,
        );
        return open.id;
      },
      async (_, id) => id,
    );
  }

  private async inReview(
    tx: Tx,
    { viewer }: ArtifactCall,
    action: ArtifactAction,
    reviewId: string,
    step: (opened: OpenedArtifact, review: ReviewRow) => Promise<void>,
    facts: Partial<ArtifactFacts> = {},
  ): Promise<void> {
    const review = await this.reviews.byId(tx, reviewId);
    if (!review) throw refusePlatform('NOT_FOUND', {});
    const about = { isOwn: false, ...facts, isReviewer: review.reviewer_ids.includes(viewer.personId) };
    const opened = await this.transaction.open(tx, viewer, { id: review.artifact_id, action, about });
    // The lock may have been waited for: whether it is open is known only now.
    if (opened.row.review_id !== reviewId) throw refuseArtifact('REVIEW_ENDED', {});
    await step(opened, review);
  }
}

/** @throws REVIEW_STALE: a verdict on what is not there any more would count for nothing */
function refuseStale({ revision: asked }: ReviewRow, { draft_revision: revision }: ArtifactRow): void {
  if (revision !== null && isStale({ askedRevision: asked, revision }))
    throw refuseArtifact('REVIEW_STALE', { asked, revision });
}

/** @throws CONFLICT with what it says now */
function refuseOtherVersion({ version, body }: ReviewCommentRow, given: number): void {
  if (version !== given) throw refusePlatform('CONFLICT', { currentVersion: version, current: { body } });
}
