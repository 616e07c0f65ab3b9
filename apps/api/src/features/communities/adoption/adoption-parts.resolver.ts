import { currentAssignments } from '@chapterhouse/domain/actor';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { ArtifactVersion } from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { Adoption, AdoptionOfVersion, AdoptionSummary } from './adoption.graphql.js';
import { AdoptionsService } from './adoptions.service.js';
import { NudgeTeams } from './nudge-teams.js';

const OF_ARTIFACTS = Symbol('who follows artifacts');

/** What an adoption is of. */
@Resolver(() => Adoption)
export class AdoptionPartsResolver {
  constructor(
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(VersionsService) private readonly versions: VersionsService,
  ) {}

  @ResolveField(() => Artifact)
  artifact(@Parent() { row }: Adoption, @CurrentContext() context: GraphqlContext): Promise<Artifact> {
    return artifactById(context, this.artifacts, row.artifact_id);
  }

  @ResolveField(() => ArtifactVersion)
  version(@Parent() { row }: Adoption, @CurrentContext() context: GraphqlContext): Promise<ArtifactVersion> {
    return this.versions.load(context, row.version_id);
  }
}

@Resolver(() => AdoptionOfVersion)
export class AdoptionOfVersionResolver {
  constructor(@Inject(VersionsService) private readonly versions: VersionsService) {}

  @ResolveField(() => ArtifactVersion)
  version(
    @Parent() { versionId }: AdoptionOfVersion,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactVersion> {
    return this.versions.load(context, versionId);
  }
}

/** Who follows an artifact, one load for all artifacts of an answer; and the nudge to who is behind. */
@Resolver(() => Artifact)
export class ArtifactAdoptionResolver {
  constructor(
    @Inject(AdoptionsService) private readonly service: AdoptionsService,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(NudgeTeams) private readonly nudges: NudgeTeams,
  ) {}

  @Mutation(() => Artifact, { description: 'Teams two versions behind or more; each at most once a week.' })
  @Action('adoption:nudge')
  async nudgeTeams(
    @CurrentViewer() viewer: Viewer,
    @Args('artifactId', { type: () => ID }) given: string,
    @Args('teamIds', { type: () => [ID] }) teams: string[],
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Artifact> {
    const artifactId = readId('Artifact', given);
    const teamIds = readIds('Team', teams);
    const id = await this.nudges.nudge({ viewer, input: { artifactId, teamIds }, idempotencyKey }, artifactId, teamIds);
    return this.artifacts.byId(viewer, id);
  }

  @ResolveField(() => AdoptionSummary)
  adoption(@Parent() artifact: Artifact, @CurrentContext() context: GraphqlContext): Promise<AdoptionSummary> {
    return this.load(artifact, context);
  }

  @ResolveField(() => [Adoption], { description: 'Of teams in which the viewer has a role.' })
  async viewerTeamsFollow(
    @Parent() artifact: Artifact,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Adoption[]> {
    const own = new Set(currentAssignments(viewerOf(context).actor).map(({ teamId }) => teamId));
    const { adoptions } = await this.load(artifact, context);
    return adoptions.filter(({ row }) => own.has(row.team_id));
  }

  private async load({ row }: Artifact, context: GraphqlContext): Promise<AdoptionSummary> {
    const loader = loaderOf(context, OF_ARTIFACTS, (ids) => this.service.ofArtifacts(viewerOf(context), ids));
    const found = await loadOnce(loader, row.id);
    if (!found) throw new Error('Every artifact that is asked about is answered.');
    return found;
  }
}
