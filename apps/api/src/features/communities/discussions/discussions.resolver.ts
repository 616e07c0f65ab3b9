import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { type CallOfDiscussion, ChangeDiscussion } from './change-discussion.js';
import { Discussion } from './discussions.graphql.js';
import { DiscussionsService } from './discussions.service.js';

@ArgsType()
class StartDiscussionArguments {
  @Field(() => ID) communityId: string;
  @Field(() => String) title: string;
  @Field(() => String) body: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class ReplyArguments {
  @Field(() => ID) id: string;
  @Field(() => String) body: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditDiscussionArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) body?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditReplyArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) body: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class RemoveReplyArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class CloseDiscussionArguments {
  @Field(() => ID) id: string;
  @Field(() => Boolean) closed: boolean;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Discussion)
export class DiscussionsResolver implements OnModuleInit {
  constructor(
    @Inject(DiscussionsService) private readonly service: DiscussionsService,
    @Inject(ChangeDiscussion) private readonly changes: ChangeDiscussion,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Discussion', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => Discussion)
  @Action('community:view')
  discussion(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Discussion> {
    return this.service.byId(viewer, readId('Discussion', id));
  }

  @Mutation(() => Discussion)
  @Action('discussion:start')
  startDiscussion(@CurrentViewer() viewer: Viewer, @Args() given: StartDiscussionArguments): Promise<Discussion> {
    const communityId = readId('Community', given.communityId);
    const words = { title: typedText(given.title), body: typedText(given.body) };
    const call = { viewer, input: { communityId, ...words }, idempotencyKey: given.idempotencyKey };
    return this.changes.start(call, communityId, words);
  }

  @Mutation(() => Discussion)
  @Action('discussion:reply')
  replyToDiscussion(@CurrentViewer() viewer: Viewer, @Args() given: ReplyArguments): Promise<Discussion> {
    const body = typedText(given.body);
    return this.changes.reply(callOf(viewer, given, { body }), body);
  }

  @Mutation(() => Discussion)
  @Action('discussion:edit')
  editDiscussion(@CurrentViewer() viewer: Viewer, @Args() given: EditDiscussionArguments): Promise<Discussion> {
    const { title, body, version } = given;
    const words = { ...(title && { title: typedText(title) }), ...(body && { body: typedText(body) }) };
    return this.changes.edit({ ...callOf(viewer, given, { version, ...words }), version }, words);
  }

  @Mutation(() => Discussion)
  @Action('discussion:edit-reply')
  editDiscussionReply(@CurrentViewer() viewer: Viewer, @Args() given: EditReplyArguments): Promise<Discussion> {
    const [body, { version }] = [typedText(given.body), given];
    return this.changes.editReply({ ...callOfReply(viewer, given, { version, body }), version }, body);
  }

  @Mutation(() => Discussion)
  @Action('discussion:remove-reply')
  removeDiscussionReply(@CurrentViewer() viewer: Viewer, @Args() given: RemoveReplyArguments): Promise<Discussion> {
    return this.changes.removeReply(callOfReply(viewer, given, {}));
  }

  @Mutation(() => Discussion)
  @Action('discussion:close')
  closeDiscussion(@CurrentViewer() viewer: Viewer, @Args() given: CloseDiscussionArguments): Promise<Discussion> {
    const { closed } = given;
    return this.changes.close(callOf(viewer, given, { closed }), closed);
  }
}

/** @throws NOT_FOUND for what is no id of a discussion */
function callOf(viewer: Viewer, given: { id: string; idempotencyKey?: string | null }, rest: object): CallOfDiscussion {
  const id = readId('Discussion', given.id);
  return { viewer, of: { id }, input: { id, ...rest }, idempotencyKey: given.idempotencyKey };
}

/** @throws NOT_FOUND for what is no id of a reply */
function callOfReply(
  viewer: Viewer,
  given: { id: string; idempotencyKey?: string | null },
  rest: object,
): CallOfDiscussion {
  const replyId = readId('DiscussionReply', given.id);
  return { viewer, of: { replyId }, input: { replyId, ...rest }, idempotencyKey: given.idempotencyKey };
}
