import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { OrderPlaceInput } from '../order/order-moves.graphql.js';
import { readPlace } from '../order/order-place.js';
import { ChangeItemState } from './change-item-state.js';
import { CreateItem } from './create-item.js';
import { EditItem } from './edit-item.js';
import { ItemStateEnum } from './item-enums.graphql.js';
import { readItem } from './item-given.js';
import { BacklogItemChanges, BacklogItemInput, ChangeItemArguments } from './item-inputs.graphql.js';
import { itemCallOf } from './item-transaction.js';
import { BacklogItem } from './items.graphql.js';
import { PlaceTask } from './place-task.js';
import { ScoreItem } from './score-item.js';

const NUMBER = { type: () => Int, nullable: true } as const;

/** Mutations of one item; those of its own fields name the version that the person saw. */
@Resolver(() => BacklogItem)
export class ItemMutationsResolver {
  constructor(
    @Inject(CreateItem) private readonly creations: CreateItem,
    @Inject(EditItem) private readonly edits: EditItem,
    @Inject(ChangeItemState) private readonly states: ChangeItemState,
    @Inject(ScoreItem) private readonly scores: ScoreItem,
    @Inject(PlaceTask) private readonly places: PlaceTask,
  ) {}

  @Mutation(() => BacklogItem)
  @Action('item:create')
  createBacklogItem(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
    @Args('input', { type: () => BacklogItemInput }) input: BacklogItemInput,
    @Args('place', { type: () => OrderPlaceInput, nullable: true }) place: OrderPlaceInput | null | undefined,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<BacklogItem> {
    const given = { ...readItem(input), title: input.title.trim(), tier: input.tier, kind: input.kind };
    const entry = place ? readPlace(place) : null;
    return this.creations.create(viewer, readId('Product', productId), given, entry, idempotencyKey);
  }

  @Mutation(() => BacklogItem)
  @Action('item:edit')
  editBacklogItem(
    @CurrentViewer() viewer: Viewer,
    @Args() call: ChangeItemArguments,
    @Args('changes', { type: () => BacklogItemChanges }) changes: BacklogItemChanges,
  ): Promise<BacklogItem> {
    const given = readItem(changes);
    return this.edits.edit(itemCallOf(viewer, call, given), given);
  }

  @Mutation(() => BacklogItem, {
    description: 'READY is refused with what is missing; DROPPED needs a reason; back to DRAFT or READY reopens.',
  })
  @Action('item:change-state')
  changeItemState(
    @CurrentViewer() viewer: Viewer,
    @Args() call: ChangeItemArguments,
    @Args('state', { type: () => ItemStateEnum }) state: ItemState,
    @Args('reason', { type: () => String, nullable: true }) given: string | null | undefined,
  ): Promise<BacklogItem> {
    const reason = typedTextIfGiven(given) ?? '';
    return this.states.change(itemCallOf(viewer, call, { state, reason }), state, reason);
  }

  @Mutation(() => BacklogItem)
  @Action('item:score')
  scoreBacklogItem(
    @CurrentViewer() viewer: Viewer,
    @Args() call: ChangeItemArguments,
    @Args('value', NUMBER) value: number | null | undefined,
    @Args('timeCriticality', NUMBER) timeCriticality: number | null | undefined,
    @Args('riskReduction', NUMBER) riskReduction: number | null | undefined,
  ): Promise<BacklogItem> {
    const parts = {
      value: value ?? null,
      timeCriticality: timeCriticality ?? null,
      riskReduction: riskReduction ?? null,
    };
    return this.scores.score(itemCallOf(viewer, call, parts), parts);
  }

  @Mutation(() => BacklogItem, { description: 'Among its siblings: after that one; null: first.' })
  @Action('item:place')
  placeTask(
    @CurrentViewer() viewer: Viewer,
    @Args() call: ChangeItemArguments,
    @Args('after', { type: () => ID, nullable: true }) after: string | null | undefined,
  ): Promise<BacklogItem> {
    const afterId = after ? readId('BacklogItem', after) : null;
    return this.places.place(itemCallOf(viewer, call, { afterId }), afterId);
  }
}
