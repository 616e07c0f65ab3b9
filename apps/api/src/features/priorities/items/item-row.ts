import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import type { ReadinessFacts } from '@chapterhouse/domain/priorities/item-readiness';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import type { ItemFacts } from '@chapterhouse/domain/priorities/priorities-policy';

/** A backlog item. Ids are the database's, moments ISO text. */
export interface ItemRow {
  id: string;
  /** `B-42`, or that of the tool that it came from. */
  key: string;
  /** Null: an import brought it. */
  number: number | null;
  version: number;
  title: string;
  description: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  product_id: string;
  area_id: string | null;
  team_id: string | null;
  assignee_id: string | null;
  parent_id: string | null;
  goal_id: string | null;
  /** Its own goal, or that of the nearest item above it that has one; while it is open, none that has ended. */
  serves_goal_id: string | null;
  acceptance_criteria: string[];
  points: number | null;
  value: number | null;
  time_criticality: number | null;
  risk_reduction: number | null;
  task_rank: string | null;
  dropped_reason: string;
  /** In the tool that it came from. */
  type: string;
  created_at: string;
  updated_at: string;
  /** When it was done or dropped. */
  resolved_at: string | null;
  hand_edited: string[];
  /** In the one order of its product. */
  in_order: boolean;
}

/** SQL: the goal that an item says. What is still open serves none that has ended; what is done served it. */
const goalOf = (item: string): string => `(select o.id from product_goals o
    where o.organization_id = ${item}.organization_id and o.id = ${item}.goal_id
      and (b.state in ('DONE', 'DROPPED') or o.state in ('PLANNED', 'ACTIVE')))`;

/** SQL: the goal that an item `b` serves, by itself or by what it is part of. */
export const SERVES_GOAL = `coalesce(${goalOf('b')}, (
    select coalesce(${goalOf('p')}, ${goalOf('g')}) from backlog_items p
      left join backlog_items g on g.organization_id = p.organization_id and g.id = p.parent_id
     where p.organization_id = b.organization_id and p.id = b.parent_id))`;

/** What every read of items selects, of `backlog_items b`. What hangs on them are probes of indexes. */
export const ITEM_COLUMNS = `
  b.id, b.external_key as key, b.number, b.version, b.title, b.description, b.tier, b.kind, b.state, b.product_id, b.area_id,
  b.team_id, b.assignee_id, b.parent_id, b.goal_id, ${SERVES_GOAL} as serves_goal_id, b.acceptance_criteria,
  b.points::float8 as points, b.value, b.time_criticality, b.risk_reduction, b.task_rank, b.dropped_reason, b.type,
  b.created_at, b.updated_at, b.resolved_at, b.hand_edited,
  exists (select from order_slots s where s.organization_id = b.organization_id and s.item_id = b.id) as in_order`;

/** What the policy looks at. */
export function factsOf(row: Pick<ItemRow, 'tier' | 'product_id' | 'area_id' | 'team_id'>): ItemFacts {
  return { tier: row.tier, productId: row.product_id, areaId: row.area_id, teamId: row.team_id };
}

export function readinessFactsOf(
  row: Pick<ItemRow, 'tier' | 'acceptance_criteria' | 'points' | 'parent_id' | 'serves_goal_id'>,
): ReadinessFacts {
  return {
    tier: row.tier,
    acceptanceCriteria: row.acceptance_criteria,
    points: row.points,
    hasParent: row.parent_id !== null,
    servesGoal: row.serves_goal_id !== null,
  };
}

export function itemKeyOf(number: number): string {
  return `B-${number}`;
}
