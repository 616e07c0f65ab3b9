import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { type CallOfCommunity, ChangeCommunity } from './change-community.js';
import { ChangeMembers } from './change-members.js';
import { CommunitiesService } from './communities.service.js';
import { Community, CommunityChanges, CommunityConnection } from './communities.graphql.js';

@ArgsType()
class DirectoryArguments {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true }) closed?: boolean | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class FoundArguments {
  @Field(() => String) name: string;
  @Field(() => String) purpose: string;
  @Field(() => [String], { nullable: true }) topics?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class CommunityArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class ChangeCommunityArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditCommunityArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => CommunityChanges) changes: CommunityChanges;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class CloseCommunityArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class FacilitatorArguments {
  @Field(() => ID) id: string;
  @Field(() => ID) personId: string;
  @Field(() => Boolean) facilitator: boolean;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Community)
export class CommunitiesResolver implements OnModuleInit {
  constructor(
    @Inject(CommunitiesService) private readonly service: CommunitiesService,
    @Inject(ChangeCommunity) private readonly changes: ChangeCommunity,
    @Inject(ChangeMembers) private readonly members: ChangeMembers,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Community', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => Community)
  @Action('community:view')
  community(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Community> {
    return this.service.byId(viewer, readId('Community', id));
  }

  @Query(() => CommunityConnection)
  @Action('community:view')
  communities(@CurrentViewer() viewer: Viewer, @Args() args: DirectoryArguments): Promise<Connection<Community>> {
    return this.service.directory(viewer, args);
  }

  @Mutation(() => Community)
  @Action('community:found')
  foundCommunity(@CurrentViewer() viewer: Viewer, @Args() given: FoundArguments): Promise<Community> {
    const input = {
      name: typedText(given.name),
      purpose: typedText(given.purpose),
      topics: (given.topics ?? []).map(typedText),
    };
    return this.changes.found({ viewer, input, idempotencyKey: given.idempotencyKey }, input);
  }

  @Mutation(() => Community)
  @Action('community:edit')
  editCommunity(@CurrentViewer() viewer: Viewer, @Args() given: EditCommunityArguments): Promise<Community> {
    const { name, purpose, topics } = given.changes;
    const changes = {
      ...(name !== undefined && name !== null && { name: typedText(name) }),
      ...(purpose !== undefined && purpose !== null && { purpose: typedText(purpose) }),
      ...(topics && { topics: topics.map(typedText) }),
    };
    return this.changes.edit(callOf(viewer, given, changes), changes);
  }

  @Mutation(() => Community)
  @Action('community:close')
  closeCommunity(@CurrentViewer() viewer: Viewer, @Args() given: CloseCommunityArguments): Promise<Community> {
    const reason = typedText(given.reason);
    return this.changes.close(callOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Community)
  @Action('community:reopen')
  reopenCommunity(@CurrentViewer() viewer: Viewer, @Args() given: ChangeCommunityArguments): Promise<Community> {
    return this.changes.reopen(callOf(viewer, given));
  }

  @Mutation(() => Community)
  @Action('community:join')
  joinCommunity(@CurrentViewer() viewer: Viewer, @Args() given: CommunityArguments): Promise<Community> {
    return this.members.join(callOf(viewer, given));
  }

  @Mutation(() => Community)
  @Action('community:leave')
  leaveCommunity(@CurrentViewer() viewer: Viewer, @Args() given: CommunityArguments): Promise<Community> {
    return this.members.leave(callOf(viewer, given));
  }

  @Mutation(() => Community)
  @Action('community:set-facilitator')
  setCommunityFacilitator(@CurrentViewer() viewer: Viewer, @Args() given: FacilitatorArguments): Promise<Community> {
    const [personId, { facilitator }] = [readId('Person', given.personId), given];
    return this.members.setFacilitator(callOf(viewer, given, { personId, facilitator }), personId, facilitator);
  }
}

/** @throws NOT_FOUND for what is no id of a community */
function callOf(
  viewer: Viewer,
  given: CommunityArguments | ChangeCommunityArguments,
  rest: object = {},
): CallOfCommunity {
  const id = readId('Community', given.id);
  const version = 'version' in given ? { version: given.version } : {};
  return { viewer, id, ...version, input: { id, ...version, ...rest }, idempotencyKey: given.idempotencyKey };
}
