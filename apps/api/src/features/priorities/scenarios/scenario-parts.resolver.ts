import type { ScenarioAction } from '@chapterhouse/domain/priorities/scenario-policy';
import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import { globalId, readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { Decision, DecisionsService } from '../../decisions/public.js';
import { Area, OrganizationReferences, Person, Product } from '../../organization/public.js';
import { goalById } from '../goals/goal-loaders.js';
import { ProductGoal } from '../goals/goals.graphql.js';
import { GoalsService } from '../goals/goals.service.js';
import { OrderMove } from '../order/order-moves.graphql.js';
import { AreaShift, GoalShift } from './scenario-comparison.graphql.js';
import { Scenario, ScenarioComment } from './scenarios.graphql.js';
import { ScenariosService } from './scenarios.service.js';

/** Fields that are loaded when somebody asks for them, for all scenarios of an answer at once. */
@Resolver(() => Scenario)
export class ScenarioPartsResolver {
  constructor(
    @Inject(ScenariosService) private readonly service: ScenariosService,
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Product)
  async product(@Parent() { productId }: Scenario, @CurrentContext() context: GraphqlContext): Promise<Product> {
    const product = await this.organization.product(context, productId);
    if (!product) throw new Error('A scenario is of a product.');
    return product;
  }

  @ResolveField(() => Person)
  async owner(@Parent() { ownerId }: Scenario, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return somebody(await this.organization.person(context, ownerId));
  }

  @ResolveField(() => Int, { description: 'How many moves the order has made since.' })
  async behindBy(@Parent() scenario: Scenario, @CurrentContext() context: GraphqlContext): Promise<number> {
    const loader = loaderOf(context, 'how far scenarios are behind', (ids) =>
      this.service.behindBy(viewerOf(context), ids),
    );
    return (await loadOnce(loader, scenarioIdOf(scenario))) ?? 0;
  }

  @ResolveField(() => [ScenarioComment])
  async comments(@Parent() scenario: Scenario, @CurrentContext() context: GraphqlContext): Promise<ScenarioComment[]> {
    const loader = loaderOf(context, 'comments on scenarios', (ids) => this.service.comments(viewerOf(context), ids));
    const rows = (await loadOnce(loader, scenarioIdOf(scenario))) ?? [];
    return rows.map(({ id, at, text, by_id: byId }) => ({ id: globalId('ScenarioComment', id), at, text, byId }));
  }

  @ResolveField(() => Decision, { nullable: true })
  async decision(
    @Parent() { decisionId }: Scenario,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Decision | null> {
    if (decisionId === null) return null;
    const loader = loaderOf(context, 'decisions of scenarios', async (ids) => {
      const found = await this.decisions.byIds(viewerOf(context), ids);
      return new Map(found.map((decision) => [readId('Decision', decision.id), decision]));
    });
    return (await loadOnce(loader, decisionId)) ?? null;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@Parent() scenario: Scenario, @CurrentContext() context: GraphqlContext): Promise<ScenarioAction[]> {
    const loader = loaderOf(context, 'what viewers may do to scenarios', (ids) =>
      this.service.viewerCan(viewerOf(context), ids),
    );
    return (await loadOnce(loader, scenarioIdOf(scenario))) ?? [];
  }
}

@Resolver(() => ScenarioComment)
export class ScenarioCommentResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  async by(@Parent() { byId }: ScenarioComment, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return somebody(await this.organization.person(context, byId));
  }
}

@Resolver(() => GoalShift)
export class GoalShiftResolver {
  constructor(@Inject(GoalsService) private readonly goals: GoalsService) {}

  @ResolveField(() => ProductGoal, { nullable: true })
  async goal(@Parent() { goalId }: GoalShift, @CurrentContext() context: GraphqlContext): Promise<ProductGoal | null> {
    return goalId === null ? null : ((await goalById(context, this.goals, goalId)) ?? null);
  }
}

@Resolver(() => AreaShift)
export class AreaShiftResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Area, { nullable: true })
  async area(@Parent() { areaId }: AreaShift, @CurrentContext() context: GraphqlContext): Promise<Area | null> {
    return areaId === null ? null : ((await this.organization.area(context, areaId)) ?? null);
  }
}

@Resolver(() => OrderMove)
export class MoveScenarioResolver {
  constructor(@Inject(ScenariosService) private readonly service: ScenariosService) {}

  @ResolveField(() => Scenario, { nullable: true })
  async scenario(
    @Parent() { scenarioId }: OrderMove,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Scenario | null> {
    if (scenarioId === null) return null;
    const loader = loaderOf(context, 'scenarios of moves', async (ids) => {
      const found = await this.service.byIds(viewerOf(context), ids);
      return new Map(found.map((scenario) => [scenarioIdOf(scenario), scenario]));
    });
    return (await loadOnce(loader, scenarioId)) ?? null;
  }
}

/** The database's. */
export function scenarioIdOf({ id }: Pick<Scenario, 'id'>): string {
  return readId('Scenario', id);
}

function somebody(person: Person | undefined): Person {
  if (!person) throw new Error('Whoever has a part in a scenario is somebody here.');
  return person;
}
