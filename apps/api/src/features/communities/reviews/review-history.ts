import type { ArtifactEvent } from '@chapterhouse/domain/communities/artifact-events';
import { quoteOf } from '@chapterhouse/domain/communities/quoted-line';
import type { ReviewVerdict } from '@chapterhouse/domain/communities/review-state';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import type { ArtifactRow } from '../artifacts/artifact-row.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { ProposalsRepository } from '../proposals/proposals.repository.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Ids are the database's, moments ISO text. */
export interface HistoricReview {
  artifactId: string;
  by: string;
  at: string;
  whatChanged: string;
  reviewerIds: readonly string[];
  verdicts: readonly { by: string; at: string; verdict: ReviewVerdict; words: string }[];
  comments: readonly { by: string; at: string; pagePath: string; line: number; body: string }[];
}

export interface HistoricProposal {
  artifactId: string;
  by: string;
  at: string;
  pagePath: string;
  why: string;
  /** What the page would say, of what it says now. */
  change: (body: string) => string;
}

/** Reviews that are open, and proposals that wait, as they came about: for the demo. Who may is not asked. */
@Injectable()
export class ReviewHistory {
  constructor(
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(ReviewsRepository) private readonly reviews: ReviewsRepository,
    @Inject(ProposalsRepository) private readonly proposals: ProposalsRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** Of the draft as it is. */
  async review(tx: Tx, told: HistoricReview): Promise<void> {
    const { artifactId, by, at, whatChanged, reviewerIds } = told;
    const artifact = await this.artifact(tx, artifactId, by);
    const draft = await this.drafts.of(tx, artifactId);
    if (!draft) throw new RangeError('A draft is reviewed.');
    const reviewId = newId();
    const { id: draftId, revision } = draft;
    const asked = { id: reviewId, artifactId, draftId, revision, whatChanged, askedBy: by, askedAt: at, reviewerIds };
    await this.reviews.insert(tx, asked);
    await this.drafts.sayWhatChanged(tx, artifactId, whatChanged);
    await this.tell(tx, artifact, 'review.asked', { by, at, note: whatChanged, told: reviewerIds });
    for (const { verdict, words, ...given } of told.verdicts) {
      await this.reviews.addVerdict(tx, { id: newId(), reviewId, personId: given.by, verdict, words, at: given.at });
      const event = verdict === 'APPROVED' ? 'review.approved' : 'review.changes-asked';
      await this.tell(tx, artifact, event, { ...given, note: words, told: [by] });
    }
    for (const { pagePath, line, body, ...said } of told.comments) {
      const page = await this.drafts.text(tx, artifactId, pagePath);
      const quote = page && quoteOf(page.body, line);
      if (page === undefined || typeof quote !== 'string')
        throw new RangeError(`There is a line ${line} on ${pagePath}.`);
      const comment = { id: newId(), reviewId, draftId, pageId: page.id, pagePath, line, quote, body, ...said };
      await this.reviews.addComment(tx, comment);
      await this.tell(tx, artifact, 'review.commented', { ...said, note: body, told: [by] });
    }
  }

  /** Of what is published now; who facilitates the community is told. */
  async proposal(tx: Tx, { artifactId, by, at, pagePath, why, change }: HistoricProposal): Promise<void> {
    const artifact = await this.artifact(tx, artifactId, by);
    const baseVersionId = artifact.current_version_id;
    const page = baseVersionId === null ? undefined : await this.versions.page(tx, baseVersionId, pagePath);
    if (!page || baseVersionId === null) throw new RangeError(`A page ${pagePath} is published.`);
    const id = newId();
    const body = change(page.body);
    await this.proposals.insert(tx, { id, artifactId, baseVersionId, pageId: page.id, pagePath, body, why, by, at });
    const told = await this.artifacts.facilitators(tx, artifact.community_id);
    await this.tell(tx, artifact, 'proposal.made', { by, at, note: why, told }, id);
  }

  private async artifact(tx: Tx, id: string, personId: string): Promise<ArtifactRow> {
    const row = await this.artifacts.byId(tx, personId, id);
    if (!row) throw new RangeError('An artifact of the story is there.');
    return row;
  }

  private tell(
    tx: Tx,
    artifact: ArtifactRow,
    name: ArtifactEvent,
    { by, at, note, told }: { by: string; at: string; note: string; told: readonly string[] },
    proposalId?: string,
  ): Promise<void> {
    return this.events.append(tx, {
      name,
      subjectType: proposalId === undefined ? 'Artifact' : 'ChangeProposal',
      subjectId: proposalId ?? artifact.id,
      subjectVersion: proposalId === undefined ? artifact.version : 1,
      actorId: by,
      at,
      payload: {
        communityId: artifact.community_id,
        artifactId: artifact.id,
        changes: [],
        told,
        ...(note !== '' && { note }),
      },
    });
  }
}
