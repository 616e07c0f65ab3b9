import type { ReviewVerdict } from '@chapterhouse/domain/communities/review-state';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { ReviewVerdictEnum } from '../artifacts/artifact-enums.graphql.js';
import type { ArtifactCall } from '../artifacts/artifact-transaction.js';
import { ArtifactDraft } from '../drafts/drafts.graphql.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { AskForReview } from './ask-for-review.js';
import { ReviewDraft } from './review-draft.js';
import { Review, ReviewComment } from './reviews.graphql.js';
import { ReviewsService } from './reviews.service.js';

@ArgsType()
class AskArguments {
  @Field(() => ID) artifactId: string;
  @Field(() => Int) revision: number;
  @Field(() => [ID]) reviewerIds: string[];
  @Field(() => String) whatChanged: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class KeyArguments {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class LineArguments extends KeyArguments {
  @Field(() => ID) reviewId: string;
  @Field(() => String) pagePath: string;
  @Field(() => Int) line: number;
  @Field(() => String, {
    nullable: true,
    description: 'What the line said when it was read: it is followed where others wrote above it meanwhile.',
  })
  quote?: string | null;
  @Field(() => String) body: string;
}

@ArgsType()
class CommentArguments extends KeyArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@Resolver(() => Review)
export class ReviewsResolver implements OnModuleInit {
  constructor(
    @Inject(ReviewsService) private readonly service: ReviewsService,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(AskForReview) private readonly asking: AskForReview,
    @Inject(ReviewDraft) private readonly reviewing: ReviewDraft,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Review', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => [Review])
  @Action('artifact:view')
  reviewsAskedOfMe(@CurrentViewer() viewer: Viewer): Promise<Review[]> {
    return this.service.askedOf(viewer);
  }

  @Mutation(() => Review)
  @Action('review:ask')
  async askForReview(@CurrentViewer() viewer: Viewer, @Args() given: AskArguments): Promise<Review> {
    const asked = {
      artifactId: readId('Artifact', given.artifactId),
      revision: given.revision,
      reviewerIds: readIds('Person', given.reviewerIds),
      whatChanged: typedText(given.whatChanged),
    };
    return this.service.byId(viewer, await this.asking.ask(callOf(viewer, given, asked), asked));
  }

  @Mutation(() => ArtifactDraft)
  @Action('review:withdraw')
  async withdrawReview(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) given: string,
    @Args() keyed: KeyArguments,
  ): Promise<ArtifactDraft> {
    const id = readId('Review', given);
    return this.drafts.of(viewer, await this.asking.withdraw(callOf(viewer, keyed, { id }), id));
  }

  @Mutation(() => Review)
  @Action('review:give-verdict')
  async giveVerdict(
    @CurrentViewer() viewer: Viewer,
    @Args('reviewId', { type: () => ID }) given: string,
    @Args('verdict', { type: () => ReviewVerdictEnum }) verdict: ReviewVerdict,
    @Args('words', { type: () => String, nullable: true }) typed: string | null | undefined,
    @Args() keyed: KeyArguments,
  ): Promise<Review> {
    const [id, words] = [readId('Review', given), typedText(typed ?? '')];
    const call = callOf(viewer, keyed, { id, verdict, words });
    return this.service.byId(viewer, await this.reviewing.giveVerdict(call, id, verdict, words));
  }

  @Mutation(() => Review)
  @Action('review:comment')
  async commentOnLine(@CurrentViewer() viewer: Viewer, @Args() given: LineArguments): Promise<Review> {
    const id = readId('Review', given.reviewId);
    const { pagePath, line, quote = null } = given;
    const comment = { pagePath, line, quote, body: typedText(given.body) };
    const call = callOf(viewer, given, { id, ...comment });
    return this.service.byId(viewer, await this.reviewing.comment(call, id, comment));
  }

  @Mutation(() => Review)
  @Action('review:comment')
  async replyToReviewComment(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) given: string,
    @Args('body', { type: () => String }) typed: string,
    @Args() keyed: KeyArguments,
  ): Promise<Review> {
    const [id, body] = [readId('ReviewComment', given), typedText(typed)];
    return this.service.byId(viewer, await this.reviewing.reply(callOf(viewer, keyed, { id, body }), id, body));
  }

  @Mutation(() => Review)
  @Action('review:resolve')
  async resolveReviewComment(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) given: string,
    @Args('resolved', { type: () => Boolean }) resolved: boolean,
    @Args() keyed: KeyArguments,
  ): Promise<Review> {
    const id = readId('ReviewComment', given);
    const call = callOf(viewer, keyed, { id, resolved });
    return this.service.byId(viewer, await this.reviewing.resolve(call, id, resolved));
  }
}

@Resolver(() => ReviewComment)
export class ReviewCommentsResolver {
  constructor(
    @Inject(ReviewsService) private readonly service: ReviewsService,
    @Inject(ReviewDraft) private readonly reviewing: ReviewDraft,
  ) {}

  @Mutation(() => Review, { description: 'Only who wrote it.' })
  @Action('review:edit-comment')
  async editReviewComment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: CommentArguments,
    @Args('body', { type: () => String }) typed: string,
  ): Promise<Review> {
    const [id, version, body] = [readId('ReviewComment', given.id), given.version, typedText(typed)];
    const call = callOf(viewer, given, { id, version, body });
    return this.service.byId(viewer, await this.reviewing.edit(call, id, { version, body }));
  }

  @Mutation(() => Review, { description: 'Only who wrote it, while nobody else replied to it.' })
  @Action('review:remove-comment')
  async removeReviewComment(@CurrentViewer() viewer: Viewer, @Args() given: CommentArguments): Promise<Review> {
    const [id, version] = [readId('ReviewComment', given.id), given.version];
    return this.service.byId(viewer, await this.reviewing.remove(callOf(viewer, given, { id, version }), id, version));
  }
}

function callOf(viewer: Viewer, { idempotencyKey }: KeyArguments, input: object): ArtifactCall {
  return { viewer, input, idempotencyKey };
}
