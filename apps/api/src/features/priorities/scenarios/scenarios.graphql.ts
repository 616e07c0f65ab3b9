import { SCENARIO_STATES, type ScenarioState } from '@chapterhouse/domain/priorities/scenario-state';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Decision } from '../../decisions/public.js';
import { BacklogItem } from '../items/items.graphql.js';
import type { ScenarioRow } from './scenario-row.js';

export const ScenarioStateEnum = enumOf('ScenarioState', SCENARIO_STATES);

/** The parts that are people and things are loaded by the ids, see `scenario-parts.resolver`. */
@ObjectType({ implements: () => [Node] })
export class Scenario implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) note: string;
  @Field(() => ScenarioStateEnum) state: ScenarioState;
  @Field(() => Int, { description: "The order's number that it was copied from." }) baseNumber: number;
  @Field(() => Int) moveCount: number;
  @Field(() => DateTimeScalar, { nullable: true }) publishedAt: string | null;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar) updatedAt: string;
  @Field(() => Int) version: number;
  /** Not in the schema: what its parts are loaded by. */
  productId: string;
  ownerId: string;
  decisionId: string | null;
}

/** Whoever wrote it is loaded by the id. */
@ObjectType()
export class ScenarioComment {
  @Field(() => ID) id: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => String) text: string;
  byId: string;
}

@ObjectType('ScenarioRow')
export class ScenarioOrderRow {
  @Field(() => Int) position: number;
  @Field(() => Int, { nullable: true, description: 'In the order it was copied from.' }) was: number | null;
  @Field(() => BacklogItem) item: BacklogItem;
}

@ObjectType()
export class ScenarioOrder {
  @Field(() => Scenario) scenario: Scenario;
  @Field(() => Int) length: number;
  @Field(() => Int) total: number;
  @Field(() => [ScenarioOrderRow]) rows: ScenarioOrderRow[];
}

@ObjectType()
export class PublishedScenario {
  @Field(() => Scenario) scenario: Scenario;
  @Field(() => Decision) decision: Decision;
  @Field(() => Int) number: number;
}

@InputType()
export class ScenarioDecisionInput {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) context?: string | null;
  @Field(() => String) outcome: string;
  @Field(() => String) rationale: string;
  @Field(() => [String]) gains: string[];
  @Field(() => [String]) givesUp: string[];
}

/** The row becomes the GraphQL object here and nowhere else. */
export function scenarioOf(row: ScenarioRow): Scenario {
  return {
    id: globalId('Scenario', row.id),
    name: row.name,
    note: row.note,
    state: row.state,
    baseNumber: row.base_number,
    moveCount: row.moves.length,
    publishedAt: row.published_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    productId: row.product_id,
    ownerId: row.owner_id,
    decisionId: row.decision_id,
  };
}
