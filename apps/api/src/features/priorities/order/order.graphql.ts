import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { BacklogItem } from '../items/items.graphql.js';

@ObjectType()
export class OrderRow {
  @Field(() => Int, { description: 'Among all of the order.' }) position: number;
  @Field(() => BacklogItem) item: BacklogItem;
}

/** A window of the one order of a product. Its product and its areas are loaded by the ids. */
@ObjectType()
export class ProductOrder {
  @Field(() => Int, { description: 'Counts the moves; who knows this number knows this order.' }) number: number;
  @Field(() => Int, { description: 'All of the order.' }) length: number;
  @Field(() => Int, { description: 'Of the filter.' }) total: number;
  @Field(() => [OrderRow]) rows: OrderRow[];
  @Field(() => String, { description: 'For orderChanged.' }) cursor: string;
  @Field(() => [ActionScalar], { description: '`order:move` (anything); `order:move-area` with `ownAreas`.' })
  viewerCan: string[];
  /** Not in the schema, as all that end in Id or Ids here. */
  productId: string;
  ownAreaIds: string[];
}

/** One item of a change. */
@ObjectType()
export class OrderShift {
  @Field(() => ID) itemId: string;
  @Field(() => Int, { nullable: true }) from: number | null;
  @Field(() => Int, { nullable: true }) to: number | null;
}
