import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { ChangeIdea } from './change-idea.js';
import type { CallOfComment, CallOfIdea } from './idea-transaction.js';
import { Idea } from './ideas.graphql.js';
import { IdeasService } from './ideas.service.js';
import { TryIdea } from './try-idea.js';

@ArgsType()
class AddIdeaArguments {
  @Field(() => ID) communityId: string;
  @Field(() => String) title: string;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditIdeaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) words?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class VoteArguments {
  @Field(() => ID) id: string;
  @Field(() => Boolean) vote: boolean;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class CommentArguments {
  @Field(() => ID) id: string;
  @Field(() => String) body: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditCommentArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) body: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class RemoveCommentArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class TryIdeaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) teamId: string;
  @Field(() => DateScalar) until: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EndTrialArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) result: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class AdoptIdeaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) artifactKey?: string | null;
  @Field(() => String, { nullable: true }) decisionKey?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class DropIdeaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class ReopenIdeaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Idea)
export class IdeasResolver implements OnModuleInit {
  constructor(
    @Inject(IdeasService) private readonly service: IdeasService,
    @Inject(ChangeIdea) private readonly changes: ChangeIdea,
    @Inject(TryIdea) private readonly trials: TryIdea,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Idea', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => Idea)
  @Action('community:view')
  idea(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Idea> {
    return this.service.byId(viewer, readId('Idea', id));
  }

  @Mutation(() => Idea)
  @Action('idea:add')
  addIdea(@CurrentViewer() viewer: Viewer, @Args() given: AddIdeaArguments): Promise<Idea> {
    const communityId = readId('Community', given.communityId);
    const words = { title: typedText(given.title), words: typedText(given.words) };
    const call = { viewer, input: { communityId, ...words }, idempotencyKey: given.idempotencyKey };
    return this.changes.add(call, communityId, words);
  }

  @Mutation(() => Idea)
  @Action('idea:edit')
  editIdea(@CurrentViewer() viewer: Viewer, @Args() given: EditIdeaArguments): Promise<Idea> {
    const [title, words] = [typedTextIfGiven(given.title), typedTextIfGiven(given.words)];
    const changes = { ...(title !== undefined && { title }), ...(words !== undefined && { words }) };
    return this.changes.edit(callOf(viewer, given, changes), changes);
  }

  @Mutation(() => Idea)
  @Action('idea:vote')
  voteForIdea(@CurrentViewer() viewer: Viewer, @Args() given: VoteArguments): Promise<Idea> {
    const { vote } = given;
    return this.changes.vote(callOf(viewer, given, { vote }), vote);
  }

  @Mutation(() => Idea)
  @Action('idea:comment')
  commentOnIdea(@CurrentViewer() viewer: Viewer, @Args() given: CommentArguments): Promise<Idea> {
    const body = typedText(given.body);
    return this.changes.comment(callOf(viewer, given, { body }), body);
  }

  @Mutation(() => Idea)
  @Action('discussion:edit-reply')
  editIdeaComment(@CurrentViewer() viewer: Viewer, @Args() given: EditCommentArguments): Promise<Idea> {
    const [body, { version }] = [typedText(given.body), given];
    return this.changes.editComment({ ...callOfComment(viewer, given, { version, body }), version }, body);
  }

  @Mutation(() => Idea)
  @Action('discussion:remove-reply')
  removeIdeaComment(@CurrentViewer() viewer: Viewer, @Args() given: RemoveCommentArguments): Promise<Idea> {
    return this.changes.removeComment(callOfComment(viewer, given, {}));
  }

  @Mutation(() => Idea)
  @Action('idea:try')
  tryIdea(@CurrentViewer() viewer: Viewer, @Args() given: TryIdeaArguments): Promise<Idea> {
    const [teamId, { until }] = [readId('Team', given.teamId), given];
    return this.trials.start(callOf(viewer, given, { teamId, until }), teamId, until);
  }

  @Mutation(() => Idea, { description: 'What the trial showed: back to discussed.' })
  @Action('idea:end-trial')
  endTrial(@CurrentViewer() viewer: Viewer, @Args() given: EndTrialArguments): Promise<Idea> {
    const result = typedText(given.result);
    return this.trials.end(callOf(viewer, given, { result }), result);
  }

  @Mutation(() => Idea)
  @Action('idea:adopt')
  adoptIdea(@CurrentViewer() viewer: Viewer, @Args() given: AdoptIdeaArguments): Promise<Idea> {
    const as = { artifactKey: keyOf(given.artifactKey), decisionKey: keyOf(given.decisionKey) };
    return this.trials.adopt(callOf(viewer, given, as), as);
  }

  @Mutation(() => Idea)
  @Action('idea:drop')
  dropIdea(@CurrentViewer() viewer: Viewer, @Args() given: DropIdeaArguments): Promise<Idea> {
    const reason = typedText(given.reason);
    return this.changes.drop(callOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Idea)
  @Action('idea:reopen')
  reopenIdea(@CurrentViewer() viewer: Viewer, @Args() given: ReopenIdeaArguments): Promise<Idea> {
    return this.changes.reopen(callOf(viewer, given, {}));
  }
}

/** @throws NOT_FOUND for what is no id of an idea */
function callOf(
  viewer: Viewer,
  given: { id: string; version?: number; idempotencyKey?: string | null },
  rest: object,
): CallOfIdea {
  const id = readId('Idea', given.id);
  const version = given.version === undefined ? {} : { version: given.version };
  return { viewer, id, ...version, input: { id, ...version, ...rest }, idempotencyKey: given.idempotencyKey };
}

/** @throws NOT_FOUND for what is no id of a comment */
function callOfComment(
  viewer: Viewer,
  given: { id: string; idempotencyKey?: string | null },
  rest: object,
): CallOfComment {
  const commentId = readId('DiscussionReply', given.id);
  return { viewer, commentId, input: { commentId, ...rest }, idempotencyKey: given.idempotencyKey };
}

function keyOf(key: string | null | undefined): string | null {
  return typedTextIfGiven(key) || null;
}
