import { Field, Int, ObjectType } from '@nestjs/graphql';
import { BacklogItem } from '../items/items.graphql.js';

@ObjectType()
export class ScoreDisagreement {
  @Field(() => BacklogItem) item: BacklogItem;
  @Field(() => Int) position: number;
  @Field(() => Int, { description: 'Where WSJF would put it, among the scored ones.' }) scorePosition: number;
  @Field(() => Int, { description: 'Positive: the order has it higher than the score.' }) gap: number;
}
