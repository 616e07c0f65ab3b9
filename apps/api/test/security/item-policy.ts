import { AREA, EVERYONE, PRODUCT, STALE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** Who keeps what is of the team: those who lead its area, and those who work in it. */
const KEEPERS = [...AREA, 'productOwner', 'scrumMaster', 'developer'] as const;
const SCORERS = [...AREA, 'productOwner'] as const;
/** What comes first within a team is the team's to say. */
const PLACERS = ['administrator', 'productOwner', 'developer'] as const;

const item = (ids: StageIds): Record<string, unknown> => ({ id: ids.item, version: STALE });
const goal = (ids: StageIds): Record<string, unknown> => ({ id: ids.goal, version: STALE });
const belongings = (ids: StageIds): object => ({
  teamId: ids.team,
  assigneeId: ids.person,
  parentId: ids.epic,
  goalId: ids.goal,
});

/** Who may read, write and change backlog items and Product Goals. */
export const ITEM_EXPECTATIONS: Record<string, Expectation> = {
  'Query.backlogItem': { who: EVERYONE, variables: (ids) => ({ key: ids.itemKey }) },
  'Query.backlog': {
    who: EVERYONE,
    variables: (ids) => ({
      productId: ids.product,
      filter: { text: 'item', areaIds: [ids.area], teamIds: [ids.team], goalIds: [ids.goal], parentId: ids.epic },
    }),
  },
  'Mutation.createBacklogItem': {
    who: KEEPERS,
    variables: (ids) => ({
      productId: ids.product,
      input: { title: 'Task', tier: 'TASK', kind: 'VALUE', ...belongings(ids) },
    }),
  },
  'Mutation.editBacklogItem': {
    who: KEEPERS,
    variables: (ids) => ({ ...item(ids), changes: { title: 'New', ...belongings(ids) } }),
  },
  'Mutation.changeItemState': { who: KEEPERS, variables: (ids) => ({ ...item(ids), state: 'IN_PROGRESS' }) },
  'Mutation.scoreBacklogItem': { who: SCORERS, variables: (ids) => ({ ...item(ids), value: 5 }) },
  'Mutation.placeTask': {
    who: PLACERS,
    variables: (ids) => ({ id: ids.task, version: STALE, after: ids.otherTask }),
  },
  'Mutation.bulkEditItems': {
    who: KEEPERS,
    variables: (ids) => ({ ids: [ids.item], changes: { kind: 'DEBT', ...belongings(ids) } }),
  },
  'Mutation.undoBulkEdit': { who: 'own', variables: (ids) => ({ id: ids.bulkEdit }) },

  'Query.productGoals': { who: EVERYONE, variables: (ids) => ({ productId: ids.product }) },
  'Query.planningGoals': { who: EVERYONE, variables: (ids) => ({ productId: ids.product, areaId: ids.area }) },
  'Mutation.createProductGoal': {
    who: PRODUCT,
    variables: (ids) => ({ productId: ids.product, title: 'Goal', measures: [{ name: 'Sold', target: 3 }] }),
  },
  'Mutation.editProductGoal': { who: PRODUCT, variables: (ids) => ({ ...goal(ids), title: 'New' }) },
  'Mutation.activateProductGoal': {
    who: PRODUCT,
    variables: (ids) => ({ id: ids.plannedGoal, version: STALE }),
  },
  'Mutation.endProductGoal': { who: PRODUCT, variables: (ids) => ({ ...goal(ids), achieved: true, words: 'Done' }) },

  'Subscription.backlogChanged': { who: EVERYONE, variables: (ids) => ({ productId: ids.product }) },
};
