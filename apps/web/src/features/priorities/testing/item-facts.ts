import type { GoalFactsFragment, ItemLineFragment, ItemRecordFragment } from '../../../generated/graphql';

export const PRODUCT_ID = 'product-1';
export const PAYMENTS = { __typename: 'Area' as const, id: 'area-1', name: 'Payments' };
export const CHECKOUT = { __typename: 'Team' as const, id: 'team-1', name: 'Checkout' };
export const PARCELS = { __typename: 'ProductGoal' as const, id: 'goal-1', title: 'Every parcel can be followed' };
/** The viewer of the mocked session. */
export const ANA = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };

const ALL = ['item:edit', 'item:size', 'item:score', 'item:change-state', 'item:drop', 'item:place'];

/** One line of the backlog; a feature unless it is told otherwise. */
export function itemLine(number: number, changes: Partial<ItemLineFragment> = {}): ItemLineFragment {
  return {
    __typename: 'BacklogItem',
    id: `item-${number}`,
    key: `B-${number}`,
    title: `Item ${number}`,
    tier: 'FEATURE',
    kind: 'VALUE',
    state: 'DRAFT',
    version: 1,
    viewerCan: ALL,
    product: { __typename: 'Product', id: PRODUCT_ID },
    area: PAYMENTS,
    team: CHECKOUT,
    assignee: null,
    parent: null,
    childCount: 0,
    openChildCount: 0,
    points: null,
    position: number,
    blocked: false,
    readiness: { __typename: 'ItemReadiness', ready: false, missing: ['acceptance criteria'] },
    score: {
      __typename: 'ItemScore',
      value: null,
      timeCriticality: null,
      riskReduction: null,
      costOfDelay: null,
      wsjf: null,
    },
    goal: null,
    servesGoal: null,
    updatedAt: '2026-03-02T09:00:00Z',
    ...changes,
  };
}

/** An item with everything that its page shows. */
export function itemRecord(number: number, changes: Partial<ItemRecordFragment> = {}): ItemRecordFragment {
  return {
    ...itemLine(number),
    description: '',
    acceptanceCriteria: [],
    importedType: '',
    droppedReason: '',
    createdAt: '2026-03-01T09:00:00Z',
    endedAt: null,
    impediments: [],
    links: [],
    sprints: [],
    activity: {
      __typename: 'ActivityConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
    ...changes,
  };
}

export function goalFacts(number: number, changes: Partial<GoalFactsFragment> = {}): GoalFactsFragment {
  return {
    __typename: 'ProductGoal',
    id: `goal-${number}`,
    title: `Goal ${number}`,
    description: '',
    measures: [],
    state: 'PLANNED',
    activeSince: null,
    endedAt: null,
    endedWords: '',
    openItems: 0,
    doneItems: 0,
    version: 1,
    viewerCan: ['goal:edit', 'goal:activate', 'goal:end'],
    ...changes,
  };
}

/** A page of the backlog, of all that there is unless it is told otherwise. */
export function pageOf(items: readonly ItemLineFragment[], totalCount = items.length) {
  return {
    backlog: {
      __typename: 'BacklogItemConnection' as const,
      edges: items.map((node) => ({ __typename: 'BacklogItemEdge' as const, cursor: node.key, node })),
      pageInfo: {
        __typename: 'PageInfo' as const,
        hasNextPage: totalCount > items.length,
        endCursor: items.at(-1)?.key ?? null,
      },
      totalCount,
    },
  };
}
