import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { BlockedItemsRead, Impediment, ImpedimentsService } from '../../impediments/public.js';
import { Area, OrganizationReferences, Person, Product, Team } from '../../organization/public.js';
import { ProductGoal } from '../goals/goals.graphql.js';
import { GoalsService } from '../goals/goals.service.js';
import { goalById } from '../goals/goal-loaders.js';
import { itemById } from './item-loaders.js';
import { BacklogItem, ItemLink } from './items.graphql.js';
import { ItemsService } from './items.service.js';

/** The things around an item: each kind is one load for all items of an answer. */
@Resolver(() => BacklogItem)
export class ItemPlacesResolver {
  constructor(
    @Inject(ItemsService) private readonly items: ItemsService,
    @Inject(GoalsService) private readonly goals: GoalsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(BlockedItemsRead) private readonly blockages: BlockedItemsRead,
    @Inject(ImpedimentsService) private readonly impedimentsOf: ImpedimentsService,
  ) {}

  @ResolveField(() => Product)
  async product(@Parent() { productId }: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<Product> {
    const product = await this.organization.product(context, productId);
    if (!product) throw new Error('An item is of a product.');
    return product;
  }

  @ResolveField(() => Area, { nullable: true })
  async area(@Parent() { areaId }: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<Area | null> {
    return areaId === null ? null : ((await this.organization.area(context, areaId)) ?? null);
  }

  @ResolveField(() => Team, { nullable: true })
  async team(@Parent() { teamId }: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    return teamId === null ? null : ((await this.organization.team(context, teamId)) ?? null);
  }

  @ResolveField(() => Person, { nullable: true })
  async assignee(
    @Parent() { assigneeId }: BacklogItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Person | null> {
    return assigneeId === null ? null : ((await this.organization.person(context, assigneeId)) ?? null);
  }

  @ResolveField(() => BacklogItem, { nullable: true })
  async parent(
    @Parent() { parentId }: BacklogItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<BacklogItem | null> {
    return parentId === null ? null : ((await itemById(context, this.items, parentId)) ?? null);
  }

  @ResolveField(() => ProductGoal, { nullable: true })
  async goal(
    @Parent() { goalId }: BacklogItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ProductGoal | null> {
    return goalId === null ? null : ((await goalById(context, this.goals, goalId)) ?? null);
  }

  @ResolveField(() => ProductGoal, {
    nullable: true,
    description: 'Its own goal, or that of the nearest item above it that has one.',
  })
  async servesGoal(
    @Parent() { servesGoalId }: BacklogItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ProductGoal | null> {
    return servesGoalId === null ? null : ((await goalById(context, this.goals, servesGoalId)) ?? null);
  }

  @ResolveField(() => [Impediment], { description: 'Open ones that block it, the earliest first.' })
  async impediments(@Parent() { key }: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<Impediment[]> {
    const facts = loaderOf(context, 'what blocks backlog items', (keys) =>
      this.blockages.facts(viewerOf(context), keys),
    );
    const { blockage } = (await loadOnce(facts, key)) ?? { blockage: null };
    const loader = loaderOf(context, 'impediments that block backlog items', async (ids) => {
      const found = await this.impedimentsOf.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [readId('Impediment', impediment.id), impediment]));
    });
    const shown = await Promise.all((blockage?.impedimentIds ?? []).map((id) => loadOnce(loader, id)));
    return shown.filter((impediment) => impediment !== undefined);
  }
}

@Resolver(() => ItemLink)
export class ItemLinkResolver {
  constructor(@Inject(ItemsService) private readonly items: ItemsService) {}

  @ResolveField(() => BacklogItem, { nullable: true, description: 'Null: not here (yet).' })
  async item(@Parent() { otherId }: ItemLink, @CurrentContext() context: GraphqlContext): Promise<BacklogItem | null> {
    return otherId === null ? null : ((await itemById(context, this.items, otherId)) ?? null);
  }
}
