import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId, readIds } from '../../platform/graphql/global-id.js';
import { EditImpediment } from './edit-impediment.js';
import { callOf, ChangeArguments } from './impediment-arguments.graphql.js';
import { EditImpedimentInput, RaiseImpedimentInput, TriageImpedimentInput } from './impediment-inputs.graphql.js';
import { Impediment } from './impediments.graphql.js';
import { MarkDuplicate } from './mark-duplicate.js';
import { MoveImpediment } from './move-impediment.js';
import { RaiseImpediment } from './raise-impediment.js';
import { TriageImpediment } from './triage-impediment.js';

/** Mutations of an impediment's own fields; all but the first name the version that the person saw. */
@Resolver(() => Impediment)
export class ImpedimentMutationsResolver {
  constructor(
    @Inject(RaiseImpediment) private readonly raising: RaiseImpediment,
    @Inject(EditImpediment) private readonly editing: EditImpediment,
    @Inject(TriageImpediment) private readonly triage: TriageImpediment,
    @Inject(MoveImpediment) private readonly moves: MoveImpediment,
    @Inject(MarkDuplicate) private readonly duplicates: MarkDuplicate,
  ) {}

  @Mutation(() => Impediment)
  @Action('impediment:raise')
  raiseImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => RaiseImpedimentInput }) input: RaiseImpedimentInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Impediment> {
    const raising = {
      ...input,
      raisingTeamId: readId('Team', input.raisingTeamId),
      affectedTeamIds: readIds('Team', input.affectedTeamIds ?? []),
      sourceId: input.sourceId ? readId('Source', input.sourceId) : null,
      newSource: input.newSource ?? null,
      blockedItemKeys: input.blockedItemKeys ?? [],
    };
    return this.raising.raise(viewer, raising, idempotencyKey);
  }

  @Mutation(() => Impediment)
  @Action('impediment:edit')
  editImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('input', { type: () => EditImpedimentInput }) input: EditImpedimentInput,
  ): Promise<Impediment> {
    const { sourceId } = input;
    const edit = { ...input, ...(typeof sourceId === 'string' && { sourceId: readId('Source', sourceId) }) };
    return this.editing.edit(callOf(viewer, given, edit), edit);
  }

  @Mutation(() => Impediment)
  @Action('impediment:triage')
  triageImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('input', { type: () => TriageImpedimentInput }) input: TriageImpedimentInput,
  ): Promise<Impediment> {
    const triage = { ...input, ownerId: readId('Person', input.ownerId) };
    return this.triage.triage(callOf(viewer, given, triage), triage);
  }

  @Mutation(() => Impediment)
  @Action('impediment:start')
  startImpediment(@CurrentViewer() viewer: Viewer, @Args() given: ChangeArguments): Promise<Impediment> {
    return this.moves.start(callOf(viewer, given));
  }

  @Mutation(() => Impediment)
  @Action('impediment:resolve')
  resolveImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('resolution', { type: () => String }) resolution: string,
  ): Promise<Impediment> {
    return this.moves.resolve(callOf(viewer, given, { resolution }), resolution);
  }

  @Mutation(() => Impediment)
  @Action('impediment:close')
  closeImpediment(@CurrentViewer() viewer: Viewer, @Args() given: ChangeArguments): Promise<Impediment> {
    return this.moves.close(callOf(viewer, given));
  }

  @Mutation(() => Impediment)
  @Action('impediment:decline')
  declineImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Impediment> {
    return this.moves.decline(callOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Impediment)
  @Action('impediment:mark-duplicate')
  markImpedimentDuplicate(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('duplicateOfKey', { type: () => String }) duplicateOfKey: string,
  ): Promise<Impediment> {
    return this.duplicates.mark(callOf(viewer, given, { duplicateOfKey }), duplicateOfKey);
  }

  @Mutation(() => Impediment)
  @Action('impediment:reopen')
  reopenImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Impediment> {
    return this.moves.reopen(callOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Impediment)
  @Action('impediment:set-level')
  setImpedimentLevel(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('level', { type: () => Int }) level: number,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Impediment> {
    return this.triage.setLevel(callOf(viewer, given, { level, reason }), level, reason);
  }
}
