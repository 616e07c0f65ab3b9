import type { OrderMoveScope } from '@chapterhouse/domain/priorities/order-events';
import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { OrderChanges } from './order-changes.js';
import { OrderMoveScopeEnum } from './order-enums.graphql.js';
import { OrderShift } from './order.graphql.js';

@ObjectType({
  description: 'One small change: who knows the order before applies it; `resync`: load afresh.',
})
export class OrderChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => Int, { nullable: true }) number: number | null;
  @Field(() => OrderMoveScopeEnum, { nullable: true }) scope: OrderMoveScope | null;
  @Field(() => ID, { nullable: true }) areaId: string | null;
  @Field(() => [OrderShift], {
    description:
      "The items that moved, where they were and where they are; an AREA move shifts the area's other items between its own slots.",
  })
  moved: OrderShift[];
}

/** What moves in the order of a product; everybody of the organization may hear it. */
@Resolver()
export class OrderChangesResolver {
  constructor(@Inject(OrderChanges) private readonly changes: OrderChanges) {}

  @Subscription(() => OrderChange, { resolve: (change: OrderChange) => change })
  @Action('order:view')
  orderChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<OrderChange>> {
    return this.changes.follow(viewer, readId('Product', productId), after);
  }
}
