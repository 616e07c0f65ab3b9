import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { SourceKindEnum } from '../impediment-enums.graphql.js';
import { EditSource, type SourceCall } from './edit-source.js';
import { MergeSources } from './merge-sources.js';
import { EditSourceInput, MergedSources, Source, SourceOrderEnum, type SourceOrder } from './sources.graphql.js';
import { SourcesService } from './sources.service.js';

@ArgsType()
class SourcesArguments {
  @Field(() => String, { nullable: true, description: 'Part of a name, or nearly; names of merged ones count.' })
  search?: string | null;
  @Field(() => [SourceKindEnum], { nullable: true }) kinds?: SourceKind[] | null;
  @Field(() => SourceOrderEnum, {
    nullable: true,
    description:
      'NAME, with a search the nearest first, when omitted; the most open, or the most blocked team-days first.',
  })
  order?: SourceOrder | null;
  @Field(() => Int, { nullable: true, description: '1 to 500; 50 when omitted.' }) first?: number | null;
}

@ArgsType()
class ChangeSourceArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** How many are offered while somebody types. */
const USUAL = 50;

@Resolver(() => Source)
export class SourcesResolver implements OnModuleInit {
  constructor(
    @Inject(SourcesService) private readonly service: SourcesService,
    @Inject(EditSource) private readonly edits: EditSource,
    @Inject(MergeSources) private readonly merges: MergeSources,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Source', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => [Source])
  @Action('impediment:view')
  sources(@CurrentViewer() viewer: Viewer, @Args() given: SourcesArguments): Promise<Source[]> {
    const { search, kinds, order, first } = given;
    return this.service.search(viewer, {
      text: search ?? '',
      kinds: kinds ?? null,
      order: order ?? 'NAME',
      first: first ?? USUAL,
    });
  }

  @Query(() => Source, { description: 'Of a merged source the one that it went up in: its id is another one then.' })
  @Action('impediment:view')
  source(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Source> {
    return this.service.standing(viewer, readId('Source', id));
  }

  @Mutation(() => Source)
  @Action('source:edit')
  editSource(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeSourceArguments,
    @Args('input', { type: () => EditSourceInput }) input: EditSourceInput,
  ): Promise<Source> {
    const { contactPersonId, teamId, ...fields } = input;
    return this.edits.edit(callOf(viewer, given), {
      ...fields,
      contactPersonId: contactPersonId && readId('Person', contactPersonId),
      teamId: teamId && readId('Team', teamId),
    });
  }

  @Mutation(() => MergedSources, {
    description:
      'The source of `id` goes up in the other one: its impediments wait for that, its name leads there. Not taken back.',
  })
  @Action('source:merge')
  mergeSources(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeSourceArguments,
    @Args('intoId', { type: () => ID }) intoId: string,
  ): Promise<MergedSources> {
    return this.merges.merge(callOf(viewer, given), readId('Source', intoId));
  }
}

/** @throws NOT_FOUND for what is no id of a source */
function callOf(viewer: Viewer, { id, version, idempotencyKey }: ChangeSourceArguments): SourceCall {
  return { viewer, id: readId('Source', id), version, idempotencyKey };
}
