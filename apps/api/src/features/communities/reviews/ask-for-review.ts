import { artifactProblems, MOST_REVIEWERS } from '@chapterhouse/domain/communities/artifact-fields';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { type ArtifactCall, ArtifactTransaction } from '../artifacts/artifact-transaction.js';
import { refuseField, refuseProblems } from '../communities/community-permission.js';
import { refuseOtherRevision } from '../drafts/write-draft.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Ids are the database's; texts are typed ones. */
export interface AskedReview {
  artifactId: string;
  revision: number;
  reviewerIds: readonly string[];
  whatChanged: string;
}

/** Asking for a review, and taking that back. Nothing is frozen by it: approvals are for the revision that it names. */
@Injectable()
export class AskForReview {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
  ) {}

  /**
   * Another one that is open ends: of the revision that it was for nothing is left to approve.
   * @returns the review's id @throws NO_DRAFT, CONFLICT, INVALID_INPUT, NOT_FOUND for reviewers of nobody here
   */
  ask(call: ArtifactCall, asked: AskedReview): Promise<string> {
    const { viewer } = call;
    const { artifactId, whatChanged } = asked;
    return this.transaction.run(
      call,
      'askForReview',
      async (tx) => {
        const opened = await this.transaction.open(tx, viewer, { id: artifactId, action: 'review:ask' });
        const draft = await this.drafts.of(tx, artifactId);
        if (!draft) throw refuseArtifact('NO_DRAFT', {});
        refuseOtherRevision(draft, asked.revision, { revision: draft.revision });
        refuseProblems(artifactProblems({ whatChanged }));
        const reviewerIds = await this.reviewersIn(tx, artifactId, asked.reviewerIds);
        await this.reviews.end(tx, artifactId, 'ASKED_ANEW', opened.at);
        const id = newId();
        await this.reviews.insert(tx, {
          id,
          artifactId,
          draftId: draft.id,
          revision: draft.revision,
          whatChanged,
          askedBy: viewer.personId,
          askedAt: opened.at,
          reviewerIds,
        });
        await this.drafts.sayWhatChanged(tx, artifactId, whatChanged);
        await this.artifacts.watchUnlessRefused(tx, artifactId, [viewer.personId]);
        const { version } = opened.row;
        await opened.record({ event: 'review.asked', version, changes: [], note: whatChanged, told: reviewerIds });
        return id;
      },
      async (_, id) => id,
    );
  }

  /** @returns the artifact's id @throws NOT_FOUND, FORBIDDEN, REVIEW_ENDED */
  withdraw(call: ArtifactCall, reviewId: string): Promise<string> {
    const { viewer } = call;
    return this.transaction.run(
      call,
      'withdrawReview',
      async (tx) => {
        const review = await this.reviews.byId(tx, reviewId);
        if (!review) throw refusePlatform('NOT_FOUND', {});
        const about = { isOwn: review.asked_by === viewer.personId };
        const opened = await this.transaction.open(tx, viewer, {
          id: review.artifact_id,
          action: 'review:withdraw',
          about,
        });
        if (opened.row.review_id !== reviewId) throw refuseArtifact('REVIEW_ENDED', {});
        await this.reviews.end(tx, review.artifact_id, 'WITHDRAWN', opened.at);
        await opened.record({ event: 'review.withdrawn', version: opened.row.version, changes: [] });
        return review.artifact_id;
      },
      async (_, id) => id,
    );
  }

  /** Each once, none who wrote in it: what they say of it would not count. @throws NOT_FOUND, INVALID_INPUT */
  private async reviewersIn(tx: Tx, artifactId: string, given: readonly string[]): Promise<string[]> {
    const ids = [...new Set(given)];
    if (ids.length === 0) refuseField('reviewerIds', 'Choose who is to look at it.');
    if (ids.length > MOST_REVIEWERS) refuseField('reviewerIds', `Ask at most ${MOST_REVIEWERS} people.`);
    const here = await tx.query<{ id: string; gone: boolean; name: string }>(
      `select id, name, deactivated_at is not null as gone from people
        where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
    if (here.length < ids.length) throw refusePlatform('NOT_FOUND', {});
    const gone = here.find((person) => person.gone);
    if (gone) refuseField('reviewerIds', `${gone.name} is not here any more; ask somebody else.`);
    const authors = new Set(await this.drafts.authors(tx, artifactId));
    const wrote = here.filter(({ id }) => authors.has(id)).map(({ name }) => name);
    if (wrote.length > 0)
      refuseField(
        'reviewerIds',
        `${wrote.sort().join(', ')} wrote in it: somebody else has to say whether it is good.`,
      );
    return ids;
  }
}
