import { GOAL_STATES, type GoalMeasureFacts, type GoalState } from '@chapterhouse/domain/priorities/goal-fields';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { GoalRow } from './goal-row.js';

export const GoalStateEnum = enumOf('GoalState', GOAL_STATES);

@ObjectType()
export class GoalMeasure implements GoalMeasureFacts {
  @Field(() => String) name: string;
  @Field(() => String) unit: string;
  @Field(() => Float, { nullable: true }) baseline: number | null;
  @Field(() => Float, { nullable: true }) target: number | null;
  @Field(() => Float, { nullable: true }) current: number | null;
}

@InputType()
export class GoalMeasureInput {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) unit?: string | null;
  @Field(() => Float, { nullable: true }) baseline?: number | null;
  @Field(() => Float, { nullable: true }) target?: number | null;
  @Field(() => Float, { nullable: true }) current?: number | null;
}

@ObjectType({ implements: () => [Node] })
export class ProductGoal implements Node {
  @Field(() => ID) id: string;
  /** Not in the schema: what `product` is loaded by. */
  productId: string;
  @Field(() => String) title: string;
  @Field(() => String) description: string;
  @Field(() => [GoalMeasure]) measures: GoalMeasure[];
  @Field(() => GoalStateEnum) state: GoalState;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is the active one.' })
  activeSince: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  @Field(() => String, { description: 'Why it was abandoned, or what was achieved.' }) endedWords: string;
  @Field(() => Int) version: number;
  @Field(() => DateTimeScalar) updatedAt: string;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function goalOf(row: GoalRow): ProductGoal {
  return {
    id: globalId('ProductGoal', row.id),
    productId: row.product_id,
    title: row.title,
    description: row.description,
    measures: row.measures,
    state: row.state,
    activeSince: row.active_since,
    endedAt: row.ended_at,
    endedWords: row.ended_words,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
