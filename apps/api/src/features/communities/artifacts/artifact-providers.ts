import type { Provider } from '@nestjs/common';
import { ArrangePages } from '../drafts/arrange-pages.js';
import { BeginDraft } from '../drafts/begin-draft.js';
import { DraftMutationsResolver } from '../drafts/draft-mutations.resolver.js';
import { DraftPartsResolver } from '../drafts/draft-parts.resolver.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { WriteDraft } from '../drafts/write-draft.js';
import { ArtifactProposalsResolver } from '../proposals/proposals-of-artifacts.resolver.js';
import { ProposalsResolver } from '../proposals/proposals.resolver.js';
import { ProposalsRepository } from '../proposals/proposals.repository.js';
import { ProposalsService } from '../proposals/proposals.service.js';
import { ProposeChange } from '../proposals/propose-change.js';
import { AskForReview } from '../reviews/ask-for-review.js';
import { CloseReviews } from '../reviews/close-reviews.js';
import { ReviewDraft } from '../reviews/review-draft.js';
import { ReviewsRepository } from '../reviews/reviews.repository.js';
import { ReviewCommentPartsResolver } from '../reviews/review-comment-parts.resolver.js';
import {
  ReviewPartsResolver,
  ReviewsOfDraftsResolver,
  VerdictPersonResolver,
} from '../reviews/review-parts.resolver.js';
import { ReviewCommentsResolver, ReviewsResolver } from '../reviews/reviews.resolver.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { PublishVersion } from '../versions/publish-version.js';
import { PageLinksResolver, VersionPartsResolver } from '../versions/version-parts.resolver.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { VersionsService } from '../versions/versions.service.js';
import { ArtifactHistory } from './artifact-history.js';
import { ArtifactPartsResolver, CommunityArtifactsResolver } from './artifact-parts.resolver.js';
import { ArtifactSearch } from './artifact-search.js';
import { ArtifactTransaction } from './artifact-transaction.js';
import { ArtifactVerification } from './artifact-verification.js';
import { ArtifactsRepository } from './artifacts.repository.js';
import { ReviewDueJobs } from './review-due.jobs.js';
import { ReviewReminders } from './review-reminders.js';
import { ArtifactsResolver } from './artifacts.resolver.js';
import { ArtifactsService } from './artifacts.service.js';
import { ChangeArtifact } from './change-artifact.js';

/** What communities write, review and publish. */
export const ARTIFACT_PARTS: Provider[] = [
  ArrangePages,
  ArtifactHistory,
  ArtifactPartsResolver,
  ArtifactProposalsResolver,
  ArtifactSearch,
  ArtifactTransaction,
  ArtifactVerification,
  ArtifactsRepository,
  ArtifactsResolver,
  ArtifactsService,
  AskForReview,
  BeginDraft,
  ChangeArtifact,
  CloseReviews,
  CommunityArtifactsResolver,
  DraftMutationsResolver,
  DraftPartsResolver,
  DraftsRepository,
  DraftsService,
  ProposalsRepository,
  ProposalsResolver,
  ProposalsService,
  ProposeChange,
  PageLinksResolver,
  PublishVersion,
  ReviewCommentPartsResolver,
  ReviewCommentsResolver,
  ReviewDraft,
  ReviewDueJobs,
  ReviewReminders,
  ReviewPartsResolver,
  ReviewsOfDraftsResolver,
  ReviewsRepository,
  ReviewsResolver,
  ReviewsService,
  VerdictPersonResolver,
  VersionPartsResolver,
  VersionsRepository,
  VersionsService,
  WriteDraft,
];
