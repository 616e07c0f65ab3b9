import { type GoalAction, viewerCanOnGoal } from '@chapterhouse/domain/priorities/priorities-policy';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences, Product } from '../../organization/public.js';
import { ChangeGoal, type GivenGoal, type GoalCall } from './change-goal.js';
import { GoalMeasureInput, ProductGoal } from './goals.graphql.js';
import type { GoalCounts } from './goals.repository.js';
import { GoalsService } from './goals.service.js';

@ArgsType()
class ChangeGoalArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class GoalWords {
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => [GoalMeasureInput], { nullable: true }) measures?: GoalMeasureInput[] | null;
}

@Resolver(() => ProductGoal)
export class GoalsResolver implements OnModuleInit {
  constructor(
    @Inject(GoalsService) private readonly service: GoalsService,
    @Inject(ChangeGoal) private readonly changes: ChangeGoal,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ProductGoal', async (viewer, id) => (await this.service.byIds(viewer, [id]))[0]);
  }

  @Query(() => [ProductGoal], { description: 'The active one first, then what is planned, then what ended.' })
  @Action('goal:view')
  productGoals(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
  ): Promise<ProductGoal[]> {
    return this.service.ofProduct(viewer, readId('Product', productId));
  }

  @Mutation(() => ProductGoal)
  @Action('goal:create')
  createProductGoal(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
    @Args('title', { type: () => String }) title: string,
    @Args() words: GoalWords,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<ProductGoal> {
    const given = { ...readGoal(words), title: typedText(title) };
    return this.changes.create(viewer, readId('Product', productId), given, idempotencyKey);
  }

  @Mutation(() => ProductGoal)
  @Action('goal:edit')
  editProductGoal(
    @CurrentViewer() viewer: Viewer,
    @Args() call: ChangeGoalArguments,
    @Args('title', { type: () => String, nullable: true }) title: string | null | undefined,
    @Args() words: GoalWords,
  ): Promise<ProductGoal> {
    const given = { ...readGoal(words), title: title === undefined ? undefined : typedText(title ?? '') };
    return this.changes.edit(callOf(viewer, call), given);
  }

  @Mutation(() => ProductGoal)
  @Action('goal:activate')
  activateProductGoal(@CurrentViewer() viewer: Viewer, @Args() call: ChangeGoalArguments): Promise<ProductGoal> {
    return this.changes.activate(callOf(viewer, call));
  }

  @Mutation(() => ProductGoal)
  @Action('goal:end')
  endProductGoal(
    @CurrentViewer() viewer: Viewer,
    @Args() call: ChangeGoalArguments,
    @Args('achieved', { type: () => Boolean }) achieved: boolean,
    @Args('words', { type: () => String }) words: string,
  ): Promise<ProductGoal> {
    return this.changes.end(callOf(viewer, call), achieved, typedText(words));
  }

  @ResolveField(() => Product)
  async product(@Parent() { productId }: ProductGoal, @CurrentContext() context: GraphqlContext): Promise<Product> {
    const product = await this.organization.product(context, productId);
    if (!product) throw new Error('A goal is of a product.');
    return product;
  }

  @ResolveField(() => Int, { description: 'Open epics and features that say that they serve it.' })
  async openItems(@Parent() goal: ProductGoal, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.counts(goal, context))?.open ?? 0;
  }

  @ResolveField(() => Int)
  async doneItems(@Parent() goal: ProductGoal, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.counts(goal, context))?.done ?? 0;
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() { productId, state }: ProductGoal, @CurrentContext() context: GraphqlContext): GoalAction[] {
    return viewerCanOnGoal(viewerOf(context).actor, { productId }, state);
  }

  private counts(goal: ProductGoal, context: GraphqlContext): Promise<GoalCounts | undefined> {
    const loader = loaderOf(context, 'items of goals', (ids) => this.service.counts(viewerOf(context), ids));
    return loadOnce(loader, readId('ProductGoal', goal.id));
  }
}

function callOf(viewer: Viewer, { id, version, idempotencyKey }: ChangeGoalArguments): GoalCall {
  return { viewer, id: readId('ProductGoal', id), version, idempotencyKey };
}

function readGoal({ description, measures }: GoalWords): GivenGoal {
  return {
    description: description === undefined ? undefined : typedText(description ?? ''),
    measures:
      measures === undefined
        ? undefined
        : (measures ?? []).map(({ name, unit, baseline, target, current }) => ({
            name: typedText(name),
            unit: typedText(unit ?? ''),
            baseline: baseline ?? null,
            target: target ?? null,
            current: current ?? null,
          })),
  };
}
