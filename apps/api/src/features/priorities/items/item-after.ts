import { isDeepStrictEqual } from 'node:util';
import { type ItemTier, itemProblems } from '@chapterhouse/domain/priorities/item-fields';
import { lostReadiness } from '@chapterhouse/domain/priorities/item-readiness';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { treeProblems } from '@chapterhouse/domain/priorities/item-tiers';
import type { FieldProblem } from '@chapterhouse/domain/refusal';
import type { ItemColumns } from './item-changes-told.js';
import type { GivenItem } from './item-given.js';
import { readinessFactsOf } from './item-row.js';
import type { ItemTargets } from './item-targets.read.js';

/** An item as far as an edit looks at it: one that is there, or one that is about to be written. */
export type EditedItem = Pick<
  ItemColumns,
  | 'title'
  | 'description'
  | 'tier'
  | 'kind'
  | 'state'
  | 'product_id'
  | 'area_id'
  | 'team_id'
  | 'assignee_id'
  | 'parent_id'
  | 'goal_id'
  | 'acceptance_criteria'
  | 'points'
>;

export interface ItemTree {
  /** Of the parent that it has now. */
  parent: { tier: ItemTier; productId: string } | null;
  childTiers: readonly ItemTier[];
}

/** What is to be written: the columns that differ, and everything that is wrong with it. */
export interface ItemEdit {
  columns: Partial<EditedItem>;
  problems: FieldProblem[];
}

/** States in which an item has what makes it ready, and keeps it. */
const KEEPS_READY: readonly ItemState[] = ['READY', 'IN_PROGRESS'];

const FIELD_OF_MISSING: Record<string, string> = {
  'acceptance criteria': 'acceptanceCriteria',
  'a size': 'points',
  'a parent': 'parentId',
};

/** The item as it will be. What is not touched is not checked: files bring longer texts than people may give. */
export function afterEdit(row: EditedItem, given: GivenItem, targets: ItemTargets, tree: ItemTree): ItemEdit {
  const wanted: Partial<EditedItem> = {
    ...pick('title', given.title),
    ...pick('description', given.description),
    ...pick('tier', given.tier),
    ...pick('kind', given.kind),
    ...pick('acceptance_criteria', given.acceptanceCriteria),
    ...pick('points', given.points),
    ...pick('assignee_id', given.assigneeId),
    ...pick('parent_id', given.parentId),
    ...pick('goal_id', given.goalId),
    ...placeAfter(row, targets),
  };
  const columns = Object.fromEntries(
    Object.entries(wanted).filter(([column, value]) => !isDeepStrictEqual(value, Reflect.get(row, column))),
  ) as Partial<EditedItem>;
  const after = { ...row, ...columns };
  const touchesTree = columns.tier !== undefined || columns.parent_id !== undefined;
  const parent = targets.parent === undefined ? tree.parent : targets.parent;
  return {
    columns,
    problems: [
      ...itemProblems(given),
      ...placeProblems(row, columns, targets),
      ...(touchesTree
        ? treeProblems({ tier: after.tier, productId: after.product_id, parent, childTiers: tree.childTiers })
        : []),
      ...(KEEPS_READY.includes(row.state) ? readinessProblems(row, after) : []),
    ],
  };
}

function pick<Column extends keyof EditedItem>(
  column: Column,
  value: EditedItem[Column] | undefined,
): Partial<EditedItem> {
  return value === undefined ? {} : { [column]: value };
}

/** An item of a team is in the team's area. */
function placeAfter(row: EditedItem, { area, team }: ItemTargets): Partial<EditedItem> {
  if (team) return { team_id: team.id, area_id: team.areaId };
  return {
    ...(team === null && { team_id: null }),
    ...(area !== undefined && (row.team_id === null || team === null) && { area_id: area?.id ?? null }),
  };
}

function placeProblems(row: EditedItem, columns: Partial<EditedItem>, targets: ItemTargets): FieldProblem[] {
  const { area, team, assignee, goal } = targets;
  const problems: FieldProblem[] = [];
  const problem = (field: string, text: string): void => void problems.push({ field, problem: text });
  if (team && team.productId !== row.product_id) problem('teamId', 'Choose a team of the same product.');
  if (team?.isArchived && columns.team_id !== undefined)
    problem('teamId', `${team.name} is archived; choose another team.`);
  if (area && area.productId !== row.product_id) problem('areaId', 'Choose an area of the same product.');
  if (area?.isArchived && columns.area_id !== undefined)
    problem('areaId', `${area.name} is archived; choose another area.`);
  const areaOfTeam = team ? team.areaId : team === undefined && row.team_id !== null ? row.area_id : undefined;
  if (area !== undefined && areaOfTeam !== undefined && (area?.id ?? null) !== areaOfTeam)
    problem('areaId', 'An item of a team is in the area of that team; change the team, or take it off.');
  if (assignee?.isGone && columns.assignee_id !== undefined)
    problem('assigneeId', `${assignee.name} has left; choose somebody else.`);
  if (goal && goal.productId !== row.product_id) problem('goalId', 'Choose a goal of the same product.');
  if (goal && columns.goal_id !== undefined && (goal.state === 'ACHIEVED' || goal.state === 'ABANDONED'))
    problem('goalId', 'That goal has ended; choose one that is active or planned.');
  return problems;
}

function readinessProblems(before: EditedItem, after: EditedItem): FieldProblem[] {
  const facts = (item: EditedItem): ReturnType<typeof readinessFactsOf> =>
    readinessFactsOf({ ...item, serves_goal_id: null });
  return lostReadiness(facts(before), facts(after)).map((missing) => ({
    field: FIELD_OF_MISSING[missing] ?? 'tier',
    problem: `It is ready and needs ${missing}; make it a draft again first.`,
  }));
}
