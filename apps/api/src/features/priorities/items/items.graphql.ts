import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import { type ItemReadiness, readinessOf } from '@chapterhouse/domain/priorities/item-readiness';
import { costOfDelay, wsjf } from '@chapterhouse/domain/priorities/item-score';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ItemKindEnum, ItemStateEnum, ItemTierEnum } from './item-enums.graphql.js';
import { type ItemRow, readinessFactsOf } from './item-row.js';

@ObjectType('ItemReadiness')
export class ItemReadinessObject implements ItemReadiness {
  @Field(() => Boolean) ready: boolean;
  @Field(() => [String], { description: 'In words: `acceptance criteria`, `a size`, `a parent`.' }) missing: string[];
}

@ObjectType({ description: 'Each 1, 2, 3, 5, 8, 13 or 20; null: not scored.' })
export class ItemScore {
  @Field(() => Int, { nullable: true }) value: number | null;
  @Field(() => Int, { nullable: true }) timeCriticality: number | null;
  @Field(() => Int, { nullable: true }) riskReduction: number | null;
  @Field(() => Int, { nullable: true, description: 'Sum of the three; null unless all are there.' })
  costOfDelay: number | null;
  @Field(() => Float, { nullable: true, description: 'costOfDelay / points; null without points.' })
  wsjf: number | null;
}

@ObjectType({ implements: () => [Node] })
export class BacklogItem implements Node {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'B-42, or the key of the tool it came from: ALOY-12.' }) key: string;
  @Field(() => String) title: string;
  @Field(() => String) description: string;
  @Field(() => ItemTierEnum) tier: ItemTier;
  @Field(() => ItemKindEnum) kind: ItemKind;
  @Field(() => ItemStateEnum) state: ItemState;
  /** Not in the schema, as all that end in Id here: what the things around it are loaded by. */
  productId: string;
  areaId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  parentId: string | null;
  goalId: string | null;
  servesGoalId: string | null;
  inOrder: boolean;
  @Field(() => [String]) acceptanceCriteria: string[];
  @Field(() => Float, { nullable: true }) points: number | null;
  @Field(() => ItemReadinessObject) readiness: ItemReadiness;
  @Field(() => ItemScore) score: ItemScore;
  @Field(() => String, { description: 'Type in the tool it came from; empty when written here.' })
  importedType: string;
  @Field(() => String) droppedReason: string;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar) updatedAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  @Field(() => Int) version: number;
}

export const BacklogItemConnection = connectionOf(BacklogItem, 'BacklogItem');

@ObjectType({
  description: 'As another tool said it: direction is kept. `Blocks`, outward: this one blocks the other.',
})
export class ItemLink {
  @Field(() => ID) id: string;
  @Field(() => String) type: string;
  @Field(() => Boolean) outward: boolean;
  @Field(() => String, { description: '`is blocked by`' }) phrase: string;
  @Field(() => String) key: string;
  /** Not in the schema: what `item` is loaded by. */
  otherId: string | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function itemOf(row: ItemRow): BacklogItem {
  const parts = { value: row.value, timeCriticality: row.time_criticality, riskReduction: row.risk_reduction };
  return {
    id: globalId('BacklogItem', row.id),
    key: row.key,
    title: row.title,
    description: row.description,
    tier: row.tier,
    kind: row.kind,
    state: row.state,
    productId: row.product_id,
    areaId: row.area_id,
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    parentId: row.parent_id,
    goalId: row.goal_id,
    servesGoalId: row.serves_goal_id,
    inOrder: row.in_order,
    acceptanceCriteria: row.acceptance_criteria,
    points: row.points,
    readiness: readinessOf(readinessFactsOf(row)),
    score: { ...parts, costOfDelay: costOfDelay(parts), wsjf: wsjf(parts, row.points) },
    importedType: row.number === null ? row.type : '',
    droppedReason: row.dropped_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.resolved_at,
    version: row.version,
  };
}
