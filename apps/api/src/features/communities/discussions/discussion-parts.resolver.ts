import {
  type CommunityAction,
  viewerCanOnDiscussion,
  viewerCanOnReply,
} from '@chapterhouse/domain/communities/community-policy';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { Community } from '../communities/communities.graphql.js';
import { communityById } from '../communities/community-loaders.js';
import { standingOf } from '../communities/community-row.js';
import { Discussion, DiscussionConnection, DiscussionReply } from './discussions.graphql.js';
import { DiscussionsService } from './discussions.service.js';

@ArgsType()
class PageArguments {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

const REPLIES = Symbol('replies of discussions');
const DISCUSSIONS = Symbol('discussions that replies are in');

@Resolver(() => Discussion)
export class DiscussionPartsResolver {
  constructor(
    @Inject(DiscussionsService) private readonly service: DiscussionsService,
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Community)
  community(@Parent() { row }: Discussion, @CurrentContext() context: GraphqlContext): Promise<Community> {
    return communityById(context, this.communities, row.community_id);
  }

  @ResolveField(() => Person)
  async by(@Parent() { row }: Discussion, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, row.by_id);
    if (!person) throw new Error('Whoever started a discussion is somebody here.');
    return person;
  }

  @ResolveField(() => [DiscussionReply])
  async replies(@Parent() { row }: Discussion, @CurrentContext() context: GraphqlContext): Promise<DiscussionReply[]> {
    const loader = loaderOf(context, REPLIES, (ids) => this.service.repliesOf(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { row }: Discussion,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<CommunityAction[]> {
    const community = await communityById(context, this.communities, row.community_id);
    return viewerCanOnDiscussion(
      viewer.actor,
      { ...standingOf(community.row), isOwn: row.by_id === viewer.personId },
      { isOpen: community.closedAt === null, isClosed: row.closed_at !== null },
    );
  }
}

@Resolver(() => DiscussionReply)
export class ReplyPartsResolver {
  constructor(
    @Inject(DiscussionsService) private readonly service: DiscussionsService,
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Person)
  async by(@Parent() { byId }: DiscussionReply, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, byId);
    if (!person) throw new Error('Whoever replied is somebody here.');
    return person;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { byId, discussionId, ideaIn }: DiscussionReply,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<CommunityAction[]> {
    const loader = loaderOf(context, DISCUSSIONS, (ids) => this.service.byIds(viewerOf(context), ids));
    const discussion = discussionId === null ? undefined : await loadOnce(loader, discussionId);
    const communityId = discussion?.row.community_id ?? ideaIn;
    if (!communityId) return [];
    const community = await communityById(context, this.communities, communityId);
    const facts = { ...standingOf(community.row), isOwn: byId === viewer.personId };
    return viewerCanOnReply(viewer.actor, facts, community.closedAt === null && discussion?.closed !== true);
  }
}

@Resolver(() => Community)
export class CommunityDiscussionsResolver {
  constructor(@Inject(DiscussionsService) private readonly service: DiscussionsService) {}

  @ResolveField(() => DiscussionConnection)
  topicsOfDiscussion(
    @Parent() { row }: Community,
    @Args() args: PageArguments,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Connection<Discussion>> {
    return this.service.ofCommunity(viewerOf(context), row.id, args);
  }
}
