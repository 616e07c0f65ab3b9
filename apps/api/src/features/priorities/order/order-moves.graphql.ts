import type { OrderMoveScope } from '@chapterhouse/domain/priorities/order-events';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { BulkUndo } from '../bulk-undo.graphql.js';
import { OrderMoveScopeEnum } from './order-enums.graphql.js';
import type { OrderMoveRow } from './order.repository.js';

/** Who moved what and why. The item, the areas, the person and the scenario are loaded by the ids. */
@ObjectType({ implements: () => [Node] })
export class OrderMove implements Node {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: "In the product's order, gapless." }) number: number;
  @Field(() => OrderMoveScopeEnum) scope: OrderMoveScope;
  @Field(() => Int, { nullable: true }) from: number | null;
  @Field(() => Int, { nullable: true }) to: number | null;
  @Field(() => Int, { description: 'How many went together.' }) count: number;
  @Field(() => String) reason: string;
  @Field(() => DateTimeScalar) at: string;
  /** Not in the schema: the database's. */
  itemId: string;
  areaId: string | null;
  formerAreaId: string | null;
  byId: string | null;
  scenarioId: string | null;
}

export const OrderMoveConnection = connectionOf(OrderMove, 'OrderMove');

@ObjectType()
export class MovedOrder {
  @Field(() => Int) number: number;
  @Field(() => [OrderMove]) moves: OrderMove[];
  @Field(() => BulkUndo, { nullable: true, description: 'Undo by moving it back: until then shown.' })
  undo: BulkUndo | null;
}

@InputType('OrderPlace', { description: 'Exactly one.' })
export class OrderPlaceInput {
  @Field(() => Int, { nullable: true, description: 'From 1.' }) position?: number | null;
  @Field(() => ID, { nullable: true }) before?: string | null;
  @Field(() => ID, { nullable: true }) after?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of the whole order.' }) top?: boolean | null;
  @Field(() => Boolean, { nullable: true }) bottom?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "The first (last) slot that the items' area holds." })
  topOfArea?: boolean | null;
  @Field(() => Boolean, { nullable: true }) bottomOfArea?: boolean | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function orderMoveOf(row: OrderMoveRow): OrderMove {
  return {
    id: globalId('OrderMove', row.id),
    number: row.number,
    scope: row.scope,
    from: row.from_position,
    to: row.to_position,
    count: row.count,
    reason: row.reason,
    at: row.at,
    itemId: row.item_id,
    areaId: row.area_id,
    formerAreaId: row.from_area_id,
    byId: row.by_id,
    scenarioId: row.scenario_id,
  };
}
