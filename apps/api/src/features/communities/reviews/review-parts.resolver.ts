import {
  type ArtifactAction,
  canOnArtifact,
  legalReviewActions,
} from '@chapterhouse/domain/communities/artifact-policy';
import { askedAgain } from '@chapterhouse/domain/communities/review-state';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { factsOf } from '../artifacts/artifact-row.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { ArtifactDraft } from '../drafts/drafts.graphql.js';
import { Review, ReviewComment, Verdict } from './reviews.graphql.js';
import { ReviewsService } from './reviews.service.js';

const ROUNDS = Symbol('rounds of drafts that are over');
const COMMENTS = Symbol('comments on drafts');

/** What hangs on reviews, one load for all of an answer. */
@Resolver(() => Review)
export class ReviewPartsResolver {
  constructor(
    @Inject(ReviewsService) private readonly service: ReviewsService,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Artifact)
  artifact(@Parent() { row }: Review, @CurrentContext() context: GraphqlContext): Promise<Artifact> {
    return artifactById(context, this.artifacts, row.artifact_id);
  }

  @ResolveField(() => Person)
  askedBy(@Parent() { row }: Review, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return someone(this.organization, context, row.asked_by);
  }

  @ResolveField(() => [Person])
  reviewers(@Parent() { row }: Review, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    return Promise.all(row.reviewer_ids.map((id) => someone(this.organization, context, id)));
  }

  @ResolveField(() => [Person], {
    description:
      'Whom it is asked of anew: the reviewers without those who wrote in it since, and who are here no more.',
  })
  async askedAgain(@Parent() { row }: Review, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    const ids = askedAgain(row.reviewer_ids, row.author_ids);
    const people = await Promise.all(ids.map((id) => someone(this.organization, context, id)));
    return people.filter(({ deactivatedAt }) => deactivatedAt === null);
  }

  @ResolveField(() => [ReviewComment], { description: 'Of all rounds of the same draft, the oldest first.' })
  comments(@Parent() { row }: Review, @CurrentContext() context: GraphqlContext): Promise<ReviewComment[]> {
    return commentsOn(row.draft_id, this.service, context);
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { row, stale }: Review,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactAction[]> {
    const { actor, personId } = viewerOf(context);
    const { row: artifact } = await artifactById(context, this.artifacts, row.artifact_id);
    if (row.ended_at !== null || artifact.archived_at !== null || artifact.community_closed_at !== null) return [];
    const facts = {
      ...factsOf(artifact),
      isOwn: row.asked_by === personId,
      isReviewer: row.reviewer_ids.includes(personId),
    };
    return legalReviewActions(stale).filter((action) => canOnArtifact(actor, action, facts).allowed);
  }
}

/** What was said of a draft, also while no review of it is open. */
@Resolver(() => ArtifactDraft)
export class ReviewsOfDraftsResolver {
  constructor(@Inject(ReviewsService) private readonly service: ReviewsService) {}

  @ResolveField(() => [Review], { description: 'Rounds that are over, the latest first: at most 20.' })
  async earlierReviews(@Parent() { row }: ArtifactDraft, @CurrentContext() context: GraphqlContext): Promise<Review[]> {
    const loader = loaderOf(context, ROUNDS, (ids) => this.service.endedOf(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => [ReviewComment], { description: 'Of all rounds, the oldest first.' })
  reviewComments(
    @Parent() { row }: ArtifactDraft,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ReviewComment[]> {
    return commentsOn(row.id, this.service, context);
  }
}

@Resolver(() => Verdict)
export class VerdictPersonResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  person(@Parent() { personId }: Verdict, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return someone(this.organization, context, personId);
  }
}

async function commentsOn(draftId: string, service: ReviewsService, context: GraphqlContext): Promise<ReviewComment[]> {
  const loader = loaderOf(context, COMMENTS, (ids) => service.comments(viewerOf(context), ids));
  return (await loadOnce(loader, draftId)) ?? [];
}

export async function someone(
  organization: OrganizationReferences,
  context: GraphqlContext,
  id: string,
): Promise<Person> {
  const person = await organization.person(context, id);
  if (!person) throw new Error('Whoever takes part in a review is somebody here.');
  return person;
}
