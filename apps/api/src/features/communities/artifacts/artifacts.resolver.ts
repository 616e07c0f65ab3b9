import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ThingNames } from '../../../platform/graphql/thing-names.js';
import { searchText, typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { PresencePlaces } from '../../../platform/realtime/presence-places.js';
import type { ArtifactRow } from './artifact-row.js';
import type { ArtifactCall } from './artifact-transaction.js';
import {
  Artifact,
  ArtifactChanges,
  ArtifactConnection,
  ArtifactFilter,
  ArtifactInput,
  artifactOf,
} from './artifacts.graphql.js';
import type { ArtifactQuestion } from './artifacts.repository.js';
import { ArtifactsService } from './artifacts.service.js';
import { ChangeArtifact } from './change-artifact.js';

@ArgsType()
class ArtifactsArguments {
  @Field(() => ArtifactFilter, { nullable: true }) filter?: ArtifactFilter | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class ArtifactArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class ChangeArtifactArguments extends ArtifactArguments {
  @Field(() => Int) version: number;
}

@Resolver(() => Artifact)
export class ArtifactsResolver implements OnModuleInit {
  constructor(
    @Inject(ArtifactsService) private readonly service: ArtifactsService,
    @Inject(ChangeArtifact) private readonly changes: ChangeArtifact,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(ThingNames) private readonly names: ThingNames,
    @Inject(PresencePlaces) private readonly places: PresencePlaces,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Artifact', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
    this.names.register('A-', (tx, _viewer, numbers) => this.service.names(tx, numbers));
    this.places.register('Artifact', async (viewer, id) => (await this.service.byIds(viewer, [id])).has(id));
  }

  @Query(() => Artifact)
  @Action('artifact:view')
  artifact(@CurrentViewer() viewer: Viewer, @Args('key', { type: () => String }) key: string): Promise<Artifact> {
    return this.service.byKey(viewer, key);
  }

  @Query(() => ArtifactConnection)
  @Action('artifact:view')
  artifacts(@CurrentViewer() viewer: Viewer, @Args() args: ArtifactsArguments): Promise<Connection<Artifact>> {
    return this.service.page(viewer, questionOf(args.filter ?? {}), args);
  }

  @Mutation(() => Artifact)
  @Action('artifact:create')
  async createArtifact(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ArtifactInput }) given: ArtifactInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Artifact> {
    const input = {
      communityId: readId('Community', given.communityId),
      kind: given.kind,
      title: typedText(given.title),
      summary: typedText(given.summary ?? ''),
      templateFor: given.templateFor ?? null,
      approvalsNeeded: given.approvalsNeeded ?? null,
      reviewDueOn: given.reviewDueOn ?? null,
      fromArtifactId: given.fromArtifactId ? readId('Artifact', given.fromArtifactId) : null,
    };
    return shown(viewer, await this.changes.create({ viewer, input, idempotencyKey }, input));
  }

  @Mutation(() => Artifact)
  @Action('artifact:edit')
  async editArtifact(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArtifactArguments,
    @Args('changes', { type: () => ArtifactChanges }) changes: ArtifactChanges,
  ): Promise<Artifact> {
    const edit = {
      title: typedTextIfGiven(changes.title),
      summary: typedTextIfGiven(changes.summary),
      approvalsNeeded: changes.approvalsNeeded ?? undefined,
      // Null takes the day away.
      reviewDueOn: changes.reviewDueOn,
      templateFor: changes.templateFor ?? undefined,
    };
    const { id, version } = { ...given, id: readId('Artifact', given.id) };
    return shown(viewer, await this.changes.edit(callOf(viewer, given, { id, version, edit }), id, version, edit));
  }

  @Mutation(() => Artifact)
  @Action('artifact:archive')
  async archiveArtifact(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArtifactArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Artifact> {
    const [id, { version }, why] = [readId('Artifact', given.id), given, typedText(reason)];
    return shown(viewer, await this.changes.archive(callOf(viewer, given, { id, version, why }), id, version, why));
  }

  @Mutation(() => Artifact)
  @Action('artifact:unarchive')
  async unarchiveArtifact(@CurrentViewer() viewer: Viewer, @Args() given: ChangeArtifactArguments): Promise<Artifact> {
    const [id, { version }] = [readId('Artifact', given.id), given];
    return shown(viewer, await this.changes.unarchive(callOf(viewer, given, { id, version }), id, version));
  }

  @Mutation(() => Artifact)
  @Action('artifact:watch')
  async watchArtifact(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ArtifactArguments,
    @Args('watch', { type: () => Boolean }) watch: boolean,
  ): Promise<Artifact> {
    const id = readId('Artifact', given.id);
    return shown(viewer, await this.changes.watch(callOf(viewer, given, { id, watch }), id, watch));
  }
}

function callOf(viewer: Viewer, { idempotencyKey }: ArtifactArguments, input: object): ArtifactCall {
  return { viewer, input, idempotencyKey };
}

function shown({ today }: Viewer, row: ArtifactRow): Artifact {
  return artifactOf(row, today);
}

/** @throws NOT_FOUND for what is no id of a community or team */
function questionOf(filter: ArtifactFilter): ArtifactQuestion {
  const text = searchText(filter.text ?? '');
  return {
    communityId: filter.communityId ? readId('Community', filter.communityId) : null,
    kinds: filter.kinds ?? null,
    states: filter.states ?? null,
    teamId: filter.teamId ? readId('Team', filter.teamId) : null,
    reviewOverdue: filter.reviewOverdue ?? null,
    mine: filter.mine ?? false,
    text: text === '' ? null : text,
  };
}
