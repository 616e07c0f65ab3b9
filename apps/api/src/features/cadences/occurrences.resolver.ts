import { isLocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { DateScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.js';
import { typedText } from '../../platform/graphql/typed-text.js';
import { ArrangeOccurrence } from './arrange-occurrence.js';
import { readCadenceFilter } from './cadence-filter.js';
import { CadenceFilter, VersionedArguments } from './cadence-inputs.graphql.js';
import { Cadence } from './cadences.graphql.js';
import { CadencesService } from './cadences.service.js';
import { keyOfRef, readOccurrenceId } from './occurrence-id.js';
import type { OccurrenceCall } from './occurrence-transaction.js';
import { Occurrence } from './occurrences.graphql.js';
import { RecordOccurrence } from './record-occurrence.js';

@Resolver(() => Occurrence)
export class OccurrencesResolver implements OnModuleInit {
  constructor(
    @Inject(CadencesService) private readonly service: CadencesService,
    @Inject(ArrangeOccurrence) private readonly arranging: ArrangeOccurrence,
    @Inject(RecordOccurrence) private readonly recording: RecordOccurrence,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.registerDated('Occurrence', async (viewer, cadenceId, originalStart) => {
      if (!isLocalDateTime(originalStart)) return undefined;
      const ref = { cadenceId, originalStart };
      return (await this.service.datesByRefs(viewer, [ref])).get(keyOfRef(ref));
    });
  }

  @Query(() => [Occurrence], { description: 'At most 100 days, at most 2,000; cancelled ones too, by start.' })
  @Action('cadence:view')
  occurrences(
    @CurrentViewer() viewer: Viewer,
    @Args('from', { type: () => DateScalar }) from: string,
    @Args('endsBefore', { type: () => DateScalar }) endsBefore: string,
    @Args('filter', { type: () => CadenceFilter, nullable: true }) filter: CadenceFilter | null | undefined,
  ): Promise<Occurrence[]> {
    return this.service.between(viewer, from, endsBefore, readCadenceFilter(filter));
  }

  @Query(() => Occurrence)
  @Action('cadence:view')
  occurrence(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Occurrence> {
    return this.service.date(viewer, readOccurrenceId(id));
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:move')
  moveOccurrence(
    @CurrentViewer() viewer: Viewer,
    @Args() given: VersionedArguments,
    @Args('to', { type: () => LocalDateTimeScalar }) to: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
  ): Promise<Occurrence> {
    const why = typedText(reason ?? '');
    return this.arranging.move(occurrenceCallOf(viewer, given, { to, why }), to, why === '' ? null : why);
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:cancel')
  cancelOccurrence(
    @CurrentViewer() viewer: Viewer,
    @Args() given: VersionedArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Occurrence> {
    const why = typedText(reason);
    return this.arranging.cancel(occurrenceCallOf(viewer, given, { why }), why);
  }

  @Mutation(() => Cadence, { description: 'Taken out without a trace; whose turn it was has the next one.' })
  @Action('occurrence:skip')
  skipOccurrence(@CurrentViewer() viewer: Viewer, @Args() given: VersionedArguments): Promise<Cadence> {
    return this.arranging.skip(occurrenceCallOf(viewer, given));
  }

  @Mutation(() => Occurrence, {
    description: 'A cancelled, moved or skipped one is as the series says again.',
  })
  @Action('occurrence:restore')
  restoreOccurrence(@CurrentViewer() viewer: Viewer, @Args() given: VersionedArguments): Promise<Occurrence> {
    return this.arranging.restore(occurrenceCallOf(viewer, given));
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:write-notes')
  writeOccurrenceNotes(
    @CurrentViewer() viewer: Viewer,
    @Args() given: VersionedArguments,
    @Args('notes', { type: () => String }) notes: string,
  ): Promise<Occurrence> {
    const words = typedText(notes);
    return this.recording.writeNotes(occurrenceCallOf(viewer, given, { words }), words);
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:set-facilitator')
  setOccurrenceFacilitator(
    @CurrentViewer() viewer: Viewer,
    @Args() given: VersionedArguments,
    @Args('personId', { type: () => ID, nullable: true }) personId: string | null | undefined,
  ): Promise<Occurrence> {
    const person = personId ? readId('Person', personId) : null;
    const call = { ...occurrenceCallOf(viewer, given, { person }), personIds: person === null ? [] : [person] };
    return this.recording.setFacilitator(call, person);
  }
}

/** @throws NOT_FOUND for what is no id of an occurrence */
function occurrenceCallOf(
  viewer: Viewer,
  { id, version, idempotencyKey }: VersionedArguments,
  input: object = {},
): OccurrenceCall {
  return { viewer, ref: readOccurrenceId(id), version, input, idempotencyKey };
}
