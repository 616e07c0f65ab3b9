import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ItemFilter } from '../items/item-inputs.graphql.js';
import { ScenarioComparison } from './scenario-comparison.graphql.js';
import { ScenarioComparisonRead } from './scenario-comparison.read.js';
import { Scenario, ScenarioOrder } from './scenarios.graphql.js';
import { ScenariosService } from './scenarios.service.js';

@ArgsType()
class ScenarioOrderArguments {
  @Field(() => ID) id: string;
  @Field(() => ItemFilter, { nullable: true }) filter?: ItemFilter | null;
  @Field(() => Int, { nullable: true }) from?: number | null;
  @Field(() => Int, { nullable: true }) count?: number | null;
}

/** Looking at scenarios. */
@Resolver(() => Scenario)
export class ScenariosResolver implements OnModuleInit {
  constructor(
    @Inject(ScenariosService) private readonly service: ScenariosService,
    @Inject(ScenarioComparisonRead) private readonly comparisons: ScenarioComparisonRead,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Scenario', async (viewer, id) => (await this.service.byIds(viewer, [id]))[0]);
  }

  @Query(() => Scenario, { nullable: true })
  @Action('scenario:view')
  async scenario(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Scenario> {
    const [scenario] = await this.service.byIds(viewer, [readId('Scenario', id)]);
    if (!scenario) throw refusePlatform('NOT_FOUND', {});
    return scenario;
  }

  @Query(() => [Scenario])
  @Action('scenario:view')
  scenarios(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
  ): Promise<Scenario[]> {
    return this.service.ofProduct(viewer, readId('Product', productId));
  }

  @Query(() => ScenarioOrder)
  @Action('scenario:view')
  scenarioOrder(
    @CurrentViewer() viewer: Viewer,
    @Args() { id, filter, from, count }: ScenarioOrderArguments,
  ): Promise<ScenarioOrder> {
    return this.service.order(viewer, readId('Scenario', id), { filter, from, count });
  }

  @Query(() => ScenarioComparison)
  @Action('scenario:view')
  scenarioComparison(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ScenarioComparison> {
    return this.comparisons.of(viewer, readId('Scenario', id));
  }
}
