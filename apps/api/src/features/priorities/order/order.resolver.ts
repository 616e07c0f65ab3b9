import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { ItemFilter } from '../items/item-inputs.graphql.js';
import { MoveInOrder } from './move-in-order.js';
import { MovedOrder, OrderMove, OrderMoveConnection, OrderPlaceInput } from './order-moves.graphql.js';
import { readPlace } from './order-place.js';
import { ProductOrder } from './order.graphql.js';
import { OrderService } from './order.service.js';
import { UndoOrderMove } from './undo-order-move.js';

const MOST_ITEMS = 500;
const MOST_OF_REASON = 1000;

@ArgsType()
class OrderArguments {
  @Field(() => ID) productId: string;
  @Field(() => ItemFilter, { nullable: true }) filter?: ItemFilter | null;
  @Field(() => Int, { nullable: true, description: 'The first place among those that pass the filter, 1.' })
  from?: number | null;
  @Field(() => Int, { nullable: true, description: '1 to 200; 100 when omitted.' }) count?: number | null;
}

@ArgsType()
class OrderMovesArguments {
  @Field(() => ID) productId: string;
  @Field(() => ID, { nullable: true }) itemId?: string | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class MoveArguments {
  @Field(() => [ID]) ids: string[];
  @Field(() => OrderPlaceInput) to: OrderPlaceInput;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => Boolean, { nullable: true }) withinArea?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** The one order of a product, its moves, and moving in it. */
@Resolver()
export class OrderResolver implements OnModuleInit {
  constructor(
    @Inject(OrderService) private readonly service: OrderService,
    @Inject(MoveInOrder) private readonly moves: MoveInOrder,
    @Inject(UndoOrderMove) private readonly undos: UndoOrderMove,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('OrderMove', async (viewer, id) => (await this.service.movesByIds(viewer, [id]))[0]);
  }

  @Query(() => ProductOrder)
  @Action('order:view')
  productOrder(@CurrentViewer() viewer: Viewer, @Args() given: OrderArguments): Promise<ProductOrder> {
    return this.service.window(viewer, { ...given, productId: readId('Product', given.productId) });
  }

  @Query(() => OrderMoveConnection)
  @Action('order:view')
  orderMoves(@CurrentViewer() viewer: Viewer, @Args() given: OrderMovesArguments): Promise<Connection<OrderMove>> {
    const itemId = given.itemId ? readId('BacklogItem', given.itemId) : null;
    return this.service.history(viewer, readId('Product', given.productId), itemId, given);
  }

  @Mutation(() => MovedOrder, {
    description:
      '1 to 500 items, which keep their order among themselves. In own slots unless the viewer may order everything; then `withinArea: true` asks for it.',
  })
  @Action('order:move-area')
  moveInOrder(@CurrentViewer() viewer: Viewer, @Args() given: MoveArguments): Promise<MovedOrder> {
    const ids = [...new Set(readIds('BacklogItem', given.ids))];
    if (ids.length === 0 || ids.length > MOST_ITEMS) throw invalid('ids', `Choose 1 to ${MOST_ITEMS} items.`);
    const place = readPlace(given.to);
    if ('id' in place && ids.includes(place.id)) throw invalid('to', 'Name an item that does not move itself.');
    const reason = typedText(given.reason ?? '');
    if (reason.length > MOST_OF_REASON) throw invalid('reason', `At most ${MOST_OF_REASON} characters.`);
    const { idempotencyKey, withinArea } = given;
    return this.moves.move(viewer, { ids, place, reason, withinArea: withinArea ?? false, idempotencyKey });
  }

  @Mutation(() => MovedOrder)
  @Action('order:move-area')
  undoOrderMove(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<MovedOrder> {
    return this.undos.undo(viewer, readId('OrderMove', id), idempotencyKey);
  }
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
