import type { TestOrganization } from '../world.js';

/** Who and what the items of the stage are about; the database's ids. */
export interface ItemSurroundings {
  team: string;
  area: string;
  sprint: string;
  impediment: string;
  administrator: string;
  person: string;
}

/** Ids and keys as clients see them. */
export interface StagedItems {
  /** A feature of the team, the first of the order. */
  item: string;
  itemKey: string;
  /** What it is part of, in no team. */
  epic: string;
  /** Of the team, part of the feature; two of them. */
  task: string;
  otherTask: string;
  /** Active, and planned. */
  goal: string;
  plannedGoal: string;
  /** The administrator's. */
  bulkEdit: string;
}

/** Items of each tier with all that hangs on them, and their goals; every text begins with the mark. Four numbers from the first. */
export async function stagedItems(
  organization: TestOrganization,
  mark: string,
  firstNumber: number,
  around: ItemSurroundings,
): Promise<StagedItems> {
  const goalOf = (name: string, more: object): Promise<string> =>
    organization.insert('product_goals', {
      product_id: organization.productId,
      title: `${mark} ${name}`,
      description: `${mark} description of a goal`,
      measures: JSON.stringify([{ name: `${mark} measure`, unit: '%', baseline: 1, target: 3, current: 2 }]),
      created_at: '2026-01-01',
      updated_at: '2026-01-01',
      ...more,
    });
  const goal = await goalOf('goal', { state: 'ACTIVE', active_since: '2026-01-01' });
  const plannedGoal = await goalOf('planned goal', {});
  const itemOf = (place: number, more: object): Promise<string> =>
    organization.insert('backlog_items', {
      number: firstNumber + place,
      external_key: `B-${firstNumber + place}`,
      type: '',
      title: `${mark} item ${place}`,
      description: `${mark} description of an item`,
      acceptance_criteria: JSON.stringify([`${mark} criterion`]),
      state: 'READY',
      product_id: organization.productId,
      area_id: around.area,
      created_at: '2026-01-02',
      ...more,
    });
  const epic = await itemOf(0, { tier: 'EPIC', kind: 'VALUE', goal_id: goal });
  const item = await itemOf(1, {
    tier: 'FEATURE',
    kind: 'VALUE',
    team_id: around.team,
    parent_id: epic,
    goal_id: goal,
    assignee_id: around.person,
    points: 5,
    value: 8,
    time_criticality: 3,
    risk_reduction: 2,
  });
  const below = { tier: 'TASK', kind: 'ENABLER', team_id: around.team, parent_id: item, points: 1 };
  const tasks = [await itemOf(2, below), await itemOf(3, below)];
  const run = (sql: string, values: unknown[]): Promise<object[]> =>
    organization.query(sql, [organization.id, ...values]);
  for (const [place, id] of [item, epic].entries())
    await run(
      `insert into order_slots (organization_id, product_id, item_id, group_id, slot_rank, area_rank)
       values ($1, $2, $3, $4, chapterhouse_rank($5), chapterhouse_rank($5))`,
      [organization.productId, id, around.area, place + 1],
    );
  await run('insert into backlog_counters (organization_id, last_number) values ($1, $2)', [firstNumber + 3]);
  await run('insert into sprint_items (organization_id, sprint_id, item_id) values ($1, $2, $3)', [
    around.sprint,
    item,
  ]);
  await run(
    `insert into impediment_items (organization_id, impediment_id, external_key, item_id) values ($1, $2, $3, $4)`,
    [around.impediment, `B-${firstNumber + 1}`, item],
  );
  await organization.insert('item_links', {
    from_item_id: item,
    type: `${mark} link`,
    outward: true,
    phrase: `${mark} blocks`,
    other_key: `B-${firstNumber}`,
    other_item_id: epic,
  });
  const bulkEdit = await organization.insert('bulk_item_edits', {
    person_id: around.administrator,
    product_id: organization.productId,
    label: `${mark} edit of many`,
    before: '[]',
  });
  return {
    item: `BacklogItem_${item}`,
    itemKey: `B-${firstNumber + 1}`,
    epic: `BacklogItem_${epic}`,
    task: `BacklogItem_${tasks[0] ?? ''}`,
    otherTask: `BacklogItem_${tasks[1] ?? ''}`,
    goal: `ProductGoal_${goal}`,
    plannedGoal: `ProductGoal_${plannedGoal}`,
    bulkEdit: `BulkUndo_${bulkEdit}`,
  };
}
