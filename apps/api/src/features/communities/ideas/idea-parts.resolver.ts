import { type CommunityAction, viewerCanOnIdea } from '@chapterhouse/domain/communities/community-policy';
import type { IdeaState } from '@chapterhouse/domain/communities/idea-state';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { Decision, DecisionsService } from '../../decisions/public.js';
import { OrganizationReferences, Person, Team } from '../../organization/public.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { Community } from '../communities/communities.graphql.js';
import { communityById } from '../communities/community-loaders.js';
import { standingOf } from '../communities/community-row.js';
import { DiscussionReply } from '../discussions/discussions.graphql.js';
import { DiscussionsService } from '../discussions/discussions.service.js';
import { Idea, IdeaConnection, IdeaStateEnum } from './ideas.graphql.js';
import { IdeasService } from './ideas.service.js';

@ArgsType()
class IdeasArguments {
  @Field(() => [IdeaStateEnum], { nullable: true }) states?: IdeaState[] | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

const COMMENTS = Symbol('comments of ideas');
const DECISIONS = Symbol('decisions that ideas became');
const TRIALS = Symbol('trials of teams');

@Resolver(() => Idea)
export class IdeaPartsResolver {
  constructor(
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(DiscussionsService) private readonly discussions: DiscussionsService,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Community)
  community(@Parent() { row }: Idea, @CurrentContext() context: GraphqlContext): Promise<Community> {
    return communityById(context, this.communities, row.community_id);
  }

  @ResolveField(() => Person)
  async by(@Parent() { row }: Idea, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, row.by_id);
    if (!person) throw new Error('Whoever had an idea is somebody here.');
    return person;
  }

  @ResolveField(() => Team, { nullable: true })
  async trialTeam(@Parent() { row }: Idea, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    return row.trial_team_id === null ? null : ((await this.organization.team(context, row.trial_team_id)) ?? null);
  }

  @ResolveField(() => Artifact, { nullable: true })
  async artifact(@Parent() { row }: Idea, @CurrentContext() context: GraphqlContext): Promise<Artifact | null> {
    return row.artifact_id === null ? null : artifactById(context, this.artifacts, row.artifact_id);
  }

  @ResolveField(() => Decision, { nullable: true })
  async decision(@Parent() { row }: Idea, @CurrentContext() context: GraphqlContext): Promise<Decision | null> {
    if (row.decision_id === null) return null;
    const loader = loaderOf(context, DECISIONS, async (ids) => {
      const found = await this.decisions.byIds(viewerOf(context), ids);
      return new Map(found.map((decision) => [readId('Decision', decision.id), decision]));
    });
    return (await loadOnce(loader, row.decision_id)) ?? null;
  }

  @ResolveField(() => [DiscussionReply])
  async comments(@Parent() { row }: Idea, @CurrentContext() context: GraphqlContext): Promise<DiscussionReply[]> {
    const loader = loaderOf(context, COMMENTS, (ids) => this.discussions.commentsOf(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { row }: Idea,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<CommunityAction[]> {
    const community = await communityById(context, this.communities, row.community_id);
    const isOwn = row.by_id === viewer.personId;
    const facts = { ...standingOf(community.row), isOwn, trialTeamId: row.trial_team_id ?? undefined };
    return viewerCanOnIdea(viewer.actor, facts, { isOpen: community.closedAt === null, state: row.state });
  }
}

@Resolver(() => Community)
export class CommunityIdeasResolver {
  constructor(@Inject(IdeasService) private readonly service: IdeasService) {}

  @ResolveField(() => IdeaConnection, { description: 'The ones that most want first.' })
  async ideas(
    @Parent() { row }: Community,
    @Args() { states = null, first, after }: IdeasArguments,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Connection<Idea>> {
    const loader = loaderOf(context, `ideas of communities, ${JSON.stringify([states, first, after])}`, (ids) =>
      this.service.ofCommunities(viewerOf(context), ids, states, { first, after }),
    );
    const found = await loadOnce(loader, row.id);
    if (!found) throw new Error('Every community that is asked about is answered.');
    return found;
  }
}

@Resolver(() => Team)
export class TeamTrialsResolver {
  constructor(@Inject(IdeasService) private readonly service: IdeasService) {}

  @ResolveField(() => [Idea])
  async trials(@Parent() team: Team, @CurrentContext() context: GraphqlContext): Promise<Idea[]> {
    const loader = loaderOf(context, TRIALS, (ids) => this.service.trialsOf(viewerOf(context), ids));
    return (await loadOnce(loader, readId('Team', team.id))) ?? [];
  }
}
