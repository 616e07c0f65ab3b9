import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactVersion } from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { ViewerWalksRead } from './viewer-walks.read.js';
import { WalkCountsRead } from './walk-counts.read.js';
import { WalkTree } from './walk-tree.js';
import { Walk, WalkCounts } from './walk.graphql.js';

@ArgsType()
class WalkCountsArguments {
  @Field(() => ID) artifactId: string;
  @Field(() => Int, { nullable: true }) number?: number | null;
  @Field(() => DateScalar, { nullable: true }) from?: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
}

@ArgsType()
class TakeAnswerArguments {
  @Field(() => ID) walkId: string;
  @Field(() => ID) from: string;
  @Field(() => ID) to: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Walk)
export class WalksResolver {
  constructor(
    @Inject(WalkTree) private readonly walking: WalkTree,
    @Inject(WalkCountsRead) private readonly counts: WalkCountsRead,
    @Inject(VersionsService) private readonly versions: VersionsService,
  ) {}

  @Query(() => WalkCounts)
  @Action('walk:count')
  walkCounts(@CurrentViewer() viewer: Viewer, @Args() asked: WalkCountsArguments): Promise<WalkCounts> {
    const { number = null, from = null, endsBefore = null } = asked;
    return this.counts.of(viewer, readId('Artifact', asked.artifactId), { number, from, endsBefore });
  }

  @Mutation(() => Walk)
  @Action('walk:start')
  startWalk(
    @CurrentViewer() viewer: Viewer,
    @Args('artifactId', { type: () => ID }) given: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Walk> {
    const artifactId = readId('Artifact', given);
    return this.walking.start({ viewer, input: { artifactId }, idempotencyKey }, artifactId);
  }

  @Mutation(() => Walk)
  @Action('walk:step')
  takeAnswer(@CurrentViewer() viewer: Viewer, @Args() given: TakeAnswerArguments): Promise<Walk> {
    const id = readId('Walk', given.walkId);
    const step = { from: given.from, to: given.to };
    return this.walking.take({ viewer, input: { id, ...step }, idempotencyKey: given.idempotencyKey }, id, step);
  }

  @Mutation(() => Walk)
  @Action('walk:step')
  stepBack(
    @CurrentViewer() viewer: Viewer,
    @Args('walkId', { type: () => ID }) given: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Walk> {
    const id = readId('Walk', given);
    return this.walking.back({ viewer, input: { id, back: true }, idempotencyKey }, id);
  }

  @ResolveField(() => ArtifactVersion)
  version(@Parent() { versionId }: Walk, @CurrentContext() context: GraphqlContext): Promise<ArtifactVersion> {
    return this.versions.load(context, versionId);
  }
}

const LAST_WALKS = Symbol('last walks of the viewer');

@Resolver(() => Artifact)
export class ViewerWalkResolver {
  constructor(@Inject(ViewerWalksRead) private readonly walks: ViewerWalksRead) {}

  @ResolveField(() => Walk, {
    nullable: true,
    description: 'Where the viewer was last in this tree, in whichever version, on whichever device; for 30 days.',
  })
  async viewerWalk(@Parent() { row }: Artifact, @CurrentContext() context: GraphqlContext): Promise<Walk | null> {
    if (row.kind !== 'DECISION_TREE') return null;
    const loader = loaderOf(context, LAST_WALKS, (ids) => this.walks.lastOf(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? null;
  }
}
