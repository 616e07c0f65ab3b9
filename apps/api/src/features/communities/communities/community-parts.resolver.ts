import { type ArtifactAction, canOnArtifact } from '@chapterhouse/domain/communities/artifact-policy';
import { type CommunityAction, viewerCanOnCommunity } from '@chapterhouse/domain/communities/community-policy';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { Cadence, MeetingsOf, Occurrence } from '../../cadences/public.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { CommunitiesService } from './communities.service.js';
import { Community, CommunityMember, CommunityMemberConnection } from './communities.graphql.js';
import { communityById } from './community-loaders.js';
import { standingOf } from './community-row.js';

@ArgsType()
class PageArguments {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

const CADENCES = Symbol('cadences of communities');
const NEXT = Symbol('next meetings of communities');
const OF_PEOPLE = Symbol('communities of people');

/** What hangs on communities: people and meetings; meetings one load for all communities of an answer. */
@Resolver(() => Community)
export class CommunityPartsResolver {
  constructor(
    @Inject(CommunitiesService) private readonly service: CommunitiesService,
    @Inject(MeetingsOf) private readonly meetings: MeetingsOf,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => CommunityMemberConnection)
  members(
    @Parent() { row }: Community,
    @Args() args: PageArguments,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Connection<CommunityMember>> {
    return this.service.membersOf(viewerOf(context), row, args);
  }

  @ResolveField(() => [Person])
  async facilitators(@Parent() { row }: Community, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    const people = await Promise.all(row.facilitator_ids.map((id) => this.organization.person(context, id)));
    return people.filter((person) => person !== undefined);
  }

  @ResolveField(() => [Cadence])
  async cadences(@Parent() { row }: Community, @CurrentContext() context: GraphqlContext): Promise<Cadence[]> {
    const loader = loaderOf(context, CADENCES, (ids) => this.meetings.series(viewerOf(context), 'community', ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => Occurrence, { nullable: true })
  async nextMeeting(
    @Parent() { row }: Community,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Occurrence | null> {
    const loader = loaderOf(context, NEXT, (ids) => this.meetings.next(viewerOf(context), 'community', ids));
    return (await loadOnce(loader, row.id)) ?? null;
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() { row }: Community, @CurrentViewer() viewer: Viewer): (CommunityAction | ArtifactAction)[] {
    const standing = standingOf(row);
    const isOpen = row.closed_at === null;
    const writes = isOpen && canOnArtifact(viewer.actor, 'artifact:create', standing).allowed;
    return [...viewerCanOnCommunity(viewer.actor, standing, isOpen), ...(writes ? (['artifact:create'] as const) : [])];
  }
}

/** The open communities that somebody belongs to. */
@Resolver(() => Person)
export class PersonCommunitiesResolver {
  constructor(@Inject(CommunitiesService) private readonly service: CommunitiesService) {}

  @ResolveField(() => [Community])
  async communities(@Parent() person: Person, @CurrentContext() context: GraphqlContext): Promise<Community[]> {
    const loader = loaderOf(context, OF_PEOPLE, (ids) => this.service.ofPeople(viewerOf(context), ids));
    return (await loadOnce(loader, readId('Person', person.id))) ?? [];
  }
}

/** Meetings know nothing of communities: the field that leads from them is here. */
@Resolver(() => Cadence)
export class CadenceCommunityResolver {
  constructor(@Inject(CommunitiesService) private readonly service: CommunitiesService) {}

  @ResolveField(() => Community, { nullable: true, description: "Only of a community's own meetings." })
  async community(
    @Parent() { communityId }: Cadence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Community | null> {
    return communityId === null ? null : communityById(context, this.service, communityId);
  }
}
