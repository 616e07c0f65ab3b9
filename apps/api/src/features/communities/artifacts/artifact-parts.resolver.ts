import type { ArtifactAction } from '@chapterhouse/domain/communities/artifact-policy';
import { viewerCanOnArtifact } from '@chapterhouse/domain/communities/artifact-policy';
import type { ArtifactKind, ArtifactState } from '@chapterhouse/domain/communities/artifact-state';
import { type ArtifactUseAction, viewerCanUseArtifact } from '@chapterhouse/domain/communities/artifact-use-policy';
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { CommunitiesService } from '../communities/communities.service.js';
import { Community } from '../communities/communities.graphql.js';
import { communityById } from '../communities/community-loaders.js';
import { ArtifactDraft } from '../drafts/drafts.graphql.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { ArtifactVersion } from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { ArtifactKindEnum, ArtifactStateEnum } from './artifact-enums.graphql.js';
import { factsOf, presenceOf } from './artifact-row.js';
import { Artifact } from './artifacts.graphql.js';
import { ArtifactsService } from './artifacts.service.js';

const VERSIONS = Symbol('versions of artifacts');
const DRAFTS = Symbol('drafts of artifacts');
const OF_COMMUNITIES = Symbol('artifacts of communities');

/** What hangs on artifacts, one load for all of an answer. */
@Resolver(() => Artifact)
export class ArtifactPartsResolver {
  constructor(
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(VersionsService) private readonly versionsOf: VersionsService,
    @Inject(DraftsService) private readonly drafts: DraftsService,
  ) {}

  @ResolveField(() => Community)
  community(@Parent() { row }: Artifact, @CurrentContext() context: GraphqlContext): Promise<Community> {
    return communityById(context, this.communities, row.community_id);
  }

  @ResolveField(() => ArtifactVersion, { nullable: true, description: 'The latest published.' })
  async current(
    @Parent() { row }: Artifact,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactVersion | null> {
    return row.current_version_id === null ? null : this.versionsOf.load(context, row.current_version_id);
  }

  @ResolveField(() => [ArtifactVersion], { description: 'The latest first.' })
  async versions(@Parent() { row }: Artifact, @CurrentContext() context: GraphqlContext): Promise<ArtifactVersion[]> {
    const loader = loaderOf(context, VERSIONS, (ids) => this.versionsOf.ofArtifacts(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => ArtifactDraft, { nullable: true })
  async draft(@Parent() { row }: Artifact, @CurrentContext() context: GraphqlContext): Promise<ArtifactDraft | null> {
    if (row.draft_id === null) return null;
    const loader = loaderOf(context, DRAFTS, (ids) => this.drafts.ofArtifacts(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? null;
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() { row }: Artifact, @CurrentViewer() viewer: Viewer): (ArtifactAction | ArtifactUseAction)[] {
    const [standing, present] = [factsOf(row), presenceOf(row)];
    const { isPublished, isArchived } = present;
    return [
      ...viewerCanOnArtifact(viewer.actor, standing, present),
      ...viewerCanUseArtifact(viewer.actor, {
        kind: row.kind,
        templateFor: row.template_for,
        isPublished,
        isArchived,
        standing,
      }),
    ];
  }
}

@Resolver(() => Community)
export class CommunityArtifactsResolver {
  constructor(@Inject(ArtifactsService) private readonly service: ArtifactsService) {}

  @ResolveField(() => [Artifact])
  async artifacts(
    @Parent() { row }: Community,
    @CurrentContext() context: GraphqlContext,
    @Args('kinds', { type: () => [ArtifactKindEnum], nullable: true }) kinds: ArtifactKind[] | null | undefined,
    @Args('states', { type: () => [ArtifactStateEnum], nullable: true }) states: ArtifactState[] | null | undefined,
  ): Promise<Artifact[]> {
    const loader = loaderOf(context, OF_COMMUNITIES, (ids) => this.service.ofCommunities(viewerOf(context), ids));
    const all = (await loadOnce(loader, row.id)) ?? [];
    return all.filter(({ kind, state }) => (kinds?.includes(kind) ?? true) && (states?.includes(state) ?? true));
  }
}
