import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import {
  Artifact,
  ArtifactsService,
  CommunitiesService,
  Community,
  Discussion,
  DiscussionsService,
  Idea,
  IdeasService,
} from '../communities/public.js';
import { InboxEntry } from './inbox.graphql.js';

const ARTIFACTS = Symbol('artifacts that entries tell of');
const COMMUNITIES = Symbol('communities that entries tell of');
const DISCUSSIONS = Symbol('discussions that entries tell of');
const IDEAS = Symbol('ideas that entries tell of');

/** What entries of communities lead to; each one load for all entries of an answer. */
@Resolver(() => InboxEntry)
export class InboxCommunitiesResolver {
  constructor(
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(DiscussionsService) private readonly discussions: DiscussionsService,
    @Inject(IdeasService) private readonly ideas: IdeasService,
  ) {}

  @ResolveField(() => Community, { nullable: true })
  async community(
    @Parent() { communityId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Community | null> {
    if (communityId === null) return null;
    const loader = loaderOf(context, COMMUNITIES, (ids) => this.communities.byIds(viewer, ids));
    return (await loader.load(communityId)) ?? null;
  }

  @ResolveField(() => Artifact, { nullable: true })
  async artifact(
    @Parent() { artifactId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Artifact | null> {
    if (artifactId === null) return null;
    const loader = loaderOf(context, ARTIFACTS, (ids) => this.artifacts.byIds(viewer, ids));
    return (await loader.load(artifactId)) ?? null;
  }

  @ResolveField(() => Discussion, { nullable: true })
  async discussion(
    @Parent() { discussionId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Discussion | null> {
    if (discussionId === null) return null;
    const loader = loaderOf(context, DISCUSSIONS, (ids) => this.discussions.byIds(viewer, ids));
    return (await loader.load(discussionId)) ?? null;
  }

  @ResolveField(() => Idea, { nullable: true })
  async idea(
    @Parent() { ideaId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Idea | null> {
    if (ideaId === null) return null;
    const loader = loaderOf(context, IDEAS, (ids) => this.ideas.byIds(viewer, ids));
    return (await loader.load(ideaId)) ?? null;
  }
}
