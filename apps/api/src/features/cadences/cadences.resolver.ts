import type { CadenceTemplate } from '@chapterhouse/domain/cadences/cadence-template';
import { CADENCE_TEMPLATES } from '@chapterhouse/domain/cadences/cadence-templates';
import type { CadenceSpan } from '@chapterhouse/domain/cadences/cadence-kinds';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { readId } from '../../platform/graphql/global-id.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { DateScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.js';
import { CadenceSpanEnum } from './cadence-enums.graphql.js';
import { readCadenceFilter } from './cadence-filter.js';
import { CadenceChangesInput, CadenceFilter, CadenceInput, VersionedArguments } from './cadence-inputs.graphql.js';
import type { CadenceCall } from './cadence-transaction.js';
import { Cadence, CadenceConnection, CadenceTemplateObject } from './cadences.graphql.js';
import { CadencesService } from './cadences.service.js';
import { CreateCadence } from './create-cadence.js';
import { EditCadence } from './edit-cadence.js';
import { EndCadence } from './end-cadence.js';
import { readCadence, readChanges } from './given-cadence.js';

@Resolver(() => Cadence)
export class CadencesResolver implements OnModuleInit {
  constructor(
    @Inject(CadencesService) private readonly service: CadencesService,
    @Inject(CreateCadence) private readonly creations: CreateCadence,
    @Inject(EditCadence) private readonly edits: EditCadence,
    @Inject(EndCadence) private readonly ends: EndCadence,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Cadence', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => Cadence)
  @Action('cadence:view')
  cadence(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Cadence> {
    return this.service.byId(viewer, readId('Cadence', id));
  }

  @Query(() => CadenceConnection)
  @Action('cadence:view')
  cadences(
    @CurrentViewer() viewer: Viewer,
    @Args('filter', { type: () => CadenceFilter, nullable: true }) filter: CadenceFilter | null | undefined,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<Connection<Cadence>> {
    return this.service.page(viewer, { first, after }, readCadenceFilter(filter));
  }

  @Query(() => [CadenceTemplateObject])
  @Action('cadence:view')
  cadenceTemplates(): readonly CadenceTemplate[] {
    return CADENCE_TEMPLATES;
  }

  @Mutation(() => Cadence)
  @Action('cadence:create')
  createCadence(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => CadenceInput }) input: CadenceInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Cadence> {
    return this.creations.create(viewer, readCadence(input), idempotencyKey);
  }

  @Mutation(() => Cadence, {
    description:
      '`at`: the original start of the occurrence meant; needed for THIS and THIS_AND_FOLLOWING. Answers the cadence changed, or the new one from there on.',
  })
  @Action('cadence:edit')
  editCadence(
    @CurrentViewer() viewer: Viewer,
    @Args() given: VersionedArguments,
    @Args('span', { type: () => CadenceSpanEnum }) span: CadenceSpan,
    @Args('at', { type: () => LocalDateTimeScalar, nullable: true }) at: string | null | undefined,
    @Args('changes', { type: () => CadenceChangesInput }) changes: CadenceChangesInput,
  ): Promise<Cadence> {
    const read = readChanges(changes);
    const { facilitatorId, rotaPersonIds = [], audience } = read;
    const personIds = [...rotaPersonIds, ...(audience?.personIds ?? []), ...(facilitatorId ? [facilitatorId] : [])];
    const call = { ...callOf(viewer, given, { span, at, ...read }), personIds };
    return this.edits.edit(call, span, at ?? null, read);
  }

  @Mutation(() => Cadence, { description: 'No further ones from that day on; what has been stays.' })
  @Action('cadence:end')
  endCadence(
    @CurrentViewer() viewer: Viewer,
    @Args() given: VersionedArguments,
    @Args('endsBefore', { type: () => DateScalar }) endsBefore: string,
  ): Promise<Cadence> {
    return this.ends.end(callOf(viewer, given, { endsBefore }), endsBefore);
  }
}

/** @throws NOT_FOUND for what is no id of a cadence */
function callOf(viewer: Viewer, { id, version, idempotencyKey }: VersionedArguments, input: object): CadenceCall {
  return { viewer, id: readId('Cadence', id), version, input, idempotencyKey };
}
