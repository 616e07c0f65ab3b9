import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Area, OrganizationReferences, Person, Product } from '../../organization/public.js';
import { itemById, itemIdOf } from '../items/item-loaders.js';
import { BacklogItem } from '../items/items.graphql.js';
import { ItemsService } from '../items/items.service.js';
import { OrderMove } from './order-moves.graphql.js';
import { ProductOrder } from './order.graphql.js';
import { OrderService } from './order.service.js';

/** The things around an order. */
@Resolver(() => ProductOrder)
export class OrderPartsResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Product)
  async product(@Parent() { productId }: ProductOrder, @CurrentContext() context: GraphqlContext): Promise<Product> {
    const product = await this.organization.product(context, productId);
    if (!product) throw new Error('An order is of a product.');
    return product;
  }

  @ResolveField(() => [Area], { description: 'Whose slots the viewer may permute.' })
  async ownAreas(@Parent() { ownAreaIds }: ProductOrder, @CurrentContext() context: GraphqlContext): Promise<Area[]> {
    const areas = await Promise.all(ownAreaIds.map((id) => this.organization.area(context, id)));
    return areas.flatMap((area) => area ?? []);
  }
}

/** The things around a move: each kind is one load for all moves of an answer. */
@Resolver(() => OrderMove)
export class OrderMovePartsResolver {
  constructor(
    @Inject(ItemsService) private readonly items: ItemsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => BacklogItem)
  async item(@Parent() { itemId }: OrderMove, @CurrentContext() context: GraphqlContext): Promise<BacklogItem> {
    const item = await itemById(context, this.items, itemId);
    if (!item) throw new Error('A move is of an item.');
    return item;
  }

  @ResolveField(() => Area, { nullable: true, description: 'Whose slots; of a change of area: the new one.' })
  area(@Parent() { areaId }: OrderMove, @CurrentContext() context: GraphqlContext): Promise<Area | null> {
    return this.areaOf(context, areaId);
  }

  @ResolveField(() => Area, { nullable: true, description: 'Of a change of area: the one before.' })
  formerArea(@Parent() { formerAreaId }: OrderMove, @CurrentContext() context: GraphqlContext): Promise<Area | null> {
    return this.areaOf(context, formerAreaId);
  }

  @ResolveField(() => Person, { nullable: true })
  async by(@Parent() { byId }: OrderMove, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    return byId === null ? null : ((await this.organization.person(context, byId)) ?? null);
  }

  private async areaOf(context: GraphqlContext, id: string | null): Promise<Area | null> {
    return id === null ? null : ((await this.organization.area(context, id)) ?? null);
  }
}

/** Where an item stands. */
@Resolver(() => BacklogItem)
export class ItemPositionResolver {
  constructor(@Inject(OrderService) private readonly orders: OrderService) {}

  @ResolveField(() => Int, {
    nullable: true,
    description: 'In the one order of the product, 1 first; null: tasks, and what is done or dropped.',
  })
  async position(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<number | null> {
    // Rows of the order know it already.
    if ('position' in item && typeof item.position === 'number') return item.position;
    if (!item.inOrder) return null;
    const loader = loaderOf(context, 'item positions', (ids) => this.orders.positionsOf(viewerOf(context), ids));
    return (await loadOnce(loader, itemIdOf(item))) ?? null;
  }
}
