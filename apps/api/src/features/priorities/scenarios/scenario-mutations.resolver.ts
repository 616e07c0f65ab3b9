import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { OrderPlaceInput } from '../order/order-moves.graphql.js';
import { readPlace } from '../order/order-place.js';
import { ChangeScenario } from './change-scenario.js';
import { CreateScenario } from './create-scenario.js';
import { PublishScenario } from './publish-scenario.js';
import type { ScenarioCall } from './scenario-transaction.js';
import { PublishedScenario, Scenario, ScenarioDecisionInput } from './scenarios.graphql.js';

/** As many as the order itself moves at once. */
const MOST_ITEMS = 500;

@ArgsType()
class CreateScenarioArguments {
  @Field(() => ID) productId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class ScenarioPartArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** Of a mutation that changes a scenario's own fields: `version` is the one that the person saw. */
@ArgsType()
class ScenarioArguments extends ScenarioPartArguments {
  @Field(() => Int) version: number;
}

@Resolver(() => Scenario)
export class ScenarioMutationsResolver {
  constructor(
    @Inject(CreateScenario) private readonly creations: CreateScenario,
    @Inject(ChangeScenario) private readonly changes: ChangeScenario,
    @Inject(PublishScenario) private readonly publications: PublishScenario,
  ) {}

  @Mutation(() => Scenario)
  @Action('scenario:create')
  createScenario(
    @CurrentViewer() viewer: Viewer,
    @Args() { productId, name, note, idempotencyKey }: CreateScenarioArguments,
  ): Promise<Scenario> {
    const given = { productId: readId('Product', productId), name, note: note ?? null };
    return this.creations.create(viewer, given, idempotencyKey);
  }

  @Mutation(() => Scenario)
  @Action('scenario:edit')
  renameScenario(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ScenarioArguments,
    @Args('name', { type: () => String }) name: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null | undefined,
  ): Promise<Scenario> {
    const input = { name, note: note ?? null };
    return this.changes.rename(callOf(viewer, given, input), input);
  }

  @Mutation(() => Scenario)
  @Action('scenario:edit')
  moveInScenario(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ScenarioArguments,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('to', { type: () => OrderPlaceInput }) to: OrderPlaceInput,
  ): Promise<Scenario> {
    const items = [...new Set(readIds('BacklogItem', ids))];
    if (items.length === 0 || items.length > MOST_ITEMS) throw refuseField('ids', `Choose 1 to ${MOST_ITEMS} items.`);
    const place = readPlace(to);
    if ('id' in place && items.includes(place.id)) throw refuseField('to', 'Name an item that does not move itself.');
    return this.changes.move(callOf(viewer, given, { items, place }), items, place);
  }

  @Mutation(() => Scenario)
  @Action('scenario:edit')
  undoScenarioMove(@CurrentViewer() viewer: Viewer, @Args() given: ScenarioArguments): Promise<Scenario> {
    return this.changes.undoMove(callOf(viewer, given, {}));
  }

  @Mutation(() => Scenario)
  @Action('scenario:share')
  shareScenario(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ScenarioArguments,
    @Args('shared', { type: () => Boolean }) shared: boolean,
  ): Promise<Scenario> {
    return this.changes.share(callOf(viewer, given, { shared }), shared);
  }

  @Mutation(() => Scenario)
  @Action('scenario:comment')
  commentOnScenario(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ScenarioPartArguments,
    @Args('text', { type: () => String }) text: string,
  ): Promise<Scenario> {
    return this.changes.comment(callOf(viewer, given, { text }), { text });
  }

  @Mutation(() => Scenario, {
    description: 'Its moves made anew on the order as it is now; what ended meanwhile is left out.',
  })
  @Action('scenario:catch-up')
  catchUpScenario(@CurrentViewer() viewer: Viewer, @Args() given: ScenarioArguments): Promise<Scenario> {
    return this.changes.catchUp(callOf(viewer, given, {}));
  }

  @Mutation(() => PublishedScenario, {
    description: 'Refused with ORDER_MOVED {moves} when the order moved meanwhile.',
  })
  @Action('scenario:publish')
  publishScenario(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ScenarioArguments,
    @Args('decision', { type: () => ScenarioDecisionInput }) decision: ScenarioDecisionInput,
  ): Promise<PublishedScenario> {
    return this.publications.publish(callOf(viewer, given, { decision }), decision);
  }

  @Mutation(() => Scenario)
  @Action('scenario:discard')
  discardScenario(@CurrentViewer() viewer: Viewer, @Args() given: ScenarioArguments): Promise<Scenario> {
    return this.changes.discard(callOf(viewer, given, {}));
  }
}

/** @throws NOT_FOUND for what is no id of a scenario */
function callOf(viewer: Viewer, given: ScenarioPartArguments | ScenarioArguments, input: object): ScenarioCall {
  return {
    viewer,
    id: readId('Scenario', given.id),
    ...('version' in given && { version: given.version }),
    input,
    idempotencyKey: given.idempotencyKey,
  };
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
