import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { ArtifactTransaction } from '../artifacts/artifact-transaction.js';
import { ReviewsRepository } from './reviews.repository.js';

/** A community that is closed publishes nothing more: nobody is asked to look at its drafts any longer. */
@Injectable()
export class CloseReviews {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
  ) {}

  /** The community is held: nothing of it changes meanwhile. @param at ISO text of now */
  async ofCommunity(tx: Tx, communityId: string, at: string): Promise<void> {
    for (const { version, ...artifact } of await this.reviews.endAll(tx, communityId, at))
      await this.transaction.append(tx, artifact, { event: 'review.withdrawn', version, changes: [] });
  }
}
