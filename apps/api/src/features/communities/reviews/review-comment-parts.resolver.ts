import { type ArtifactAction, canOnArtifact } from '@chapterhouse/domain/communities/artifact-policy';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { factsOf } from '../artifacts/artifact-row.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { DiscussionReply } from '../discussions/discussions.graphql.js';
import { someone } from './review-parts.resolver.js';
import { ReviewComment } from './reviews.graphql.js';
import { ReviewsService } from './reviews.service.js';

const REPLIES = Symbol('replies to comments of reviews');

@Resolver(() => ReviewComment)
export class ReviewCommentPartsResolver {
  constructor(
    @Inject(ReviewsService) private readonly service: ReviewsService,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Person)
  by(@Parent() { row }: ReviewComment, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return someone(this.organization, context, row.by);
  }

  @ResolveField(() => [DiscussionReply])
  async replies(
    @Parent() { row }: ReviewComment,
    @CurrentContext() context: GraphqlContext,
  ): Promise<DiscussionReply[]> {
    const loader = loaderOf(context, REPLIES, (ids) => this.service.replies(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { row }: ReviewComment,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactAction[]> {
    const { actor, personId } = viewerOf(context);
    const { row: artifact } = await artifactById(context, this.artifacts, row.artifact_id);
    if (artifact.review_id === null || artifact.draft_id !== row.draft_id) return [];
    if (artifact.archived_at !== null || artifact.community_closed_at !== null) return [];
    const facts = { ...factsOf(artifact), isOwn: row.by === personId, isAnswered: row.answered };
    const legal: ArtifactAction[] = [
      'review:comment',
      'review:resolve',
      'review:edit-comment',
      'review:remove-comment',
    ];
    return legal.filter((action) => canOnArtifact(actor, action, facts).allowed);
  }
}
