import type { ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { AssignImpediment } from './assign-impediment.js';
import { ChangeManyImpediments } from './change-many-impediments.js';
import { callOf, ChangeArguments, PartArguments } from './impediment-arguments.graphql.js';
import { TriageImpedimentInput } from './impediment-inputs.graphql.js';
import type { ImpedimentStep } from './impediment-transaction.js';
import { BulkArguments, BulkOutcome, UndoOffer, undoOffer, UndoOutcome } from './impediment-undo.graphql.js';
import { Impediment } from './impediments.graphql.js';
import { LabelImpediment } from './label-impediment.js';
import { TriageImpediment } from './triage-impediment.js';
import { UndoImpedimentChange } from './undo-impediment-change.js';

const OFFERS = Symbol('what the viewer may take back');
const NAMES = { type: () => [String], nullable: true } as const;

/** Who has an impediment and which labels it carries; the same and more for many at once; and the way back. */
@Resolver(() => Impediment)
export class ImpedimentBulkResolver {
  constructor(
    @Inject(AssignImpediment) private readonly assigning: AssignImpediment,
    @Inject(LabelImpediment) private readonly labelling: LabelImpediment,
    @Inject(TriageImpediment) private readonly triage: TriageImpediment,
    @Inject(ChangeManyImpediments) private readonly many: ChangeManyImpediments,
    @Inject(UndoImpedimentChange) private readonly undoing: UndoImpedimentChange,
  ) {}

  @Mutation(() => Impediment)
  @Action('impediment:assign')
  assignImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('ownerId', { type: () => ID }) ownerId: string,
  ): Promise<Impediment> {
    const newOwnerId = readId('Person', ownerId);
    return this.assigning.assign({ ...callOf(viewer, given, { newOwnerId }), newOwnerId });
  }

  @Mutation(() => Impediment, { description: 'Labels by name; one that is new is made. The version stays.' })
  @Action('impediment:label')
  labelImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: PartArguments,
    @Args('add', NAMES) add: string[] | null | undefined,
    @Args('remove', NAMES) remove: string[] | null | undefined,
  ): Promise<Impediment> {
    const change = { add: add ?? [], remove: remove ?? [] };
    return this.labelling.label(callOf(viewer, given, change), change);
  }

  @Mutation(() => BulkOutcome, { description: 'Those that are raised; what is triaged already stays as it is.' })
  @Action('impediment:triage')
  triageImpediments(
    @CurrentViewer() viewer: Viewer,
    @Args() given: BulkArguments,
    @Args('input', { type: () => TriageImpedimentInput }) input: TriageImpedimentInput,
  ): Promise<BulkOutcome> {
    const triage = { ...input, ownerId: readId('Person', input.ownerId) };
    return this.change(
      viewer,
      given,
      'impediment:triage',
      { ...triage, newOwnerId: triage.ownerId },
      this.triage.triageAmongMany(triage),
    );
  }

  @Mutation(() => BulkOutcome)
  @Action('impediment:assign')
  assignImpediments(
    @CurrentViewer() viewer: Viewer,
    @Args() given: BulkArguments,
    @Args('ownerId', { type: () => ID }) ownerId: string,
  ): Promise<BulkOutcome> {
    const newOwnerId = readId('Person', ownerId);
    return this.change(viewer, given, 'impediment:assign', { newOwnerId }, this.assigning.step(newOwnerId));
  }

  @Mutation(() => BulkOutcome)
  @Action('impediment:set-level')
  setImpedimentsLevel(
    @CurrentViewer() viewer: Viewer,
    @Args() given: BulkArguments,
    @Args('level', { type: () => Int }) level: number,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<BulkOutcome> {
    const step = this.triage.levelAmongMany(level, reason);
    return this.change(viewer, given, 'impediment:set-level', { level, reason }, step);
  }

  @Mutation(() => BulkOutcome)
  @Action('impediment:label')
  labelImpediments(
    @CurrentViewer() viewer: Viewer,
    @Args() given: BulkArguments,
    @Args('add', NAMES) add: string[] | null | undefined,
    @Args('remove', NAMES) remove: string[] | null | undefined,
  ): Promise<BulkOutcome> {
    const change = { add: add ?? [], remove: remove ?? [] };
    return this.change(viewer, given, 'impediment:label', change, this.labelling.step(change));
  }

  @Mutation(() => UndoOutcome)
  @Action('impediment:undo')
  undoImpedimentChange(@CurrentViewer() viewer: Viewer, @Args() given: PartArguments): Promise<UndoOutcome> {
    return this.undoing.undo(viewer, readId('UndoOffer', given.id), given.idempotencyKey);
  }

  @ResolveField(() => UndoOffer, {
    nullable: true,
    description:
      "The viewer's own latest change of it that can still be undone. Ask for it in a mutation's answer only.",
  })
  async viewerUndo(
    @Parent() impediment: Impediment,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<UndoOffer | null> {
    const loader = loaderOf(context, OFFERS, async (ids) => {
      const offers = await this.undoing.offers(viewer);
      return new Map(
        ids.map((id) => [id, offers.filter(({ items }) => items.some((item) => item.impedimentId === id))]),
      );
    });
    const id = readId('Impediment', impediment.id);
    const offers = (await loader.load(id)) ?? [];
    loader.clear(id);
    const open = offers.find(({ items }) =>
      items.some((item) => item.impedimentId === id && item.versionAfter === impediment.version),
    );
    return open ? undoOffer(open) : null;
  }

  private change(
    viewer: Viewer,
    { items, idempotencyKey }: BulkArguments,
    action: ImpedimentAction,
    input: { newOwnerId?: string; [name: string]: unknown },
    step: ImpedimentStep,
  ): Promise<BulkOutcome> {
    const { newOwnerId } = input;
    const call = {
      viewer,
      items: items.map(({ id, version }) => ({ id: readId('Impediment', id), version })),
      input,
      idempotencyKey,
      ...(newOwnerId !== undefined && { newOwnerId }),
    };
    return this.many.change(call, action, step);
  }
}
