import type {
  DecisionFlowFactsFragment,
  DecisionLineFragment,
  DecisionQuery,
  DecisionsQuery,
} from '../../../generated/graphql';

export const CHECKOUT_SCOPE = {
  __typename: 'RoleScope' as const,
  kind: 'TEAM' as const,
  id: 'team-1',
  name: 'Checkout',
};
/** The viewer of the mocked session. */
export const ANA = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };
export const ROWAN = { __typename: 'Person' as const, id: 'person-2', name: 'Rowan Squall' };
export const WREN = { __typename: 'Person' as const, id: 'person-3', name: 'Wren Gale' };

export function line(number: number, changes: Partial<DecisionLineFragment> = {}): DecisionLineFragment {
  return {
    __typename: 'Decision',
    id: `decision-${number}`,
    key: `D-${number}`,
    title: `Decision ${number}`,
    kind: 'PRODUCT',
    state: 'ACCEPTED',
    scope: CHECKOUT_SCOPE,
    decisionArea: null,
    proposedBy: ROWAN,
    proposedAt: '2026-03-02T09:00:00Z',
    decidedBy: WREN,
    decidedAt: '2026-03-09T09:00:00Z',
    veto: null,
    supersededBy: null,
    revisitOn: null,
    ...changes,
  };
}

export function flow(changes: Partial<DecisionFlowFactsFragment> = {}): DecisionFlowFactsFragment {
  return {
    __typename: 'DecisionFlow',
    level: 'INQUIRE',
    delegatedBy: CHECKOUT_SCOPE,
    sentence: 'The team Checkout decides and tells the Product Owner of Checkout afterwards.',
    accountable: {
      __typename: 'Accountability',
      role: 'PRODUCT_OWNER',
      scope: CHECKOUT_SCOPE,
      holder: WREN,
      because: 'PRIMARY',
      primary: WREN,
      primaryAbsentUntil: null,
    },
    delegate: { __typename: 'Delegate', kind: 'TEAM', name: 'the team Checkout' },
    mayAccept: [ROWAN],
    mayAcceptWords: 'the team Checkout',
    asks: [],
    willAsk: [],
    willTell: [WREN],
    vetoHours: 16,
    vetoEndsAt: null,
    waitsFor: [],
    ...changes,
  };
}

export type Decision = DecisionQuery['decision'];

export function record(number: number, changes: Partial<Decision> = {}): Decision {
  return {
    ...line(number),
    context: '',
    drivers: [],
    options: [],
    chosenOption: null,
    outcome: `Outcome ${number}.`,
    rationale: '',
    gains: [],
    givesUp: [],
    consequences: [],
    confirmation: '',
    moreInformation: '',
    people: [],
    links: [],
    amendments: [],
    supersededBy: null,
    supersedes: [],
    history: [past(number)],
    revertReason: '',
    closeReason: '',
    flow: flow(),
    veto: null,
    contentHash: null,
    brief: null,
    importedFrom: '',
    version: 1,
    updatedAt: '2026-03-09T09:00:00Z',
    viewerCan: ['decision:view'],
    markdownUrl: `/files/decisions/D-${number}.md`,
    activity: {
      __typename: 'ActivityConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: 0,
    },
    related: [],
    ...changes,
  };
}

/** One of a line of history. */
export function past(number: number, state: Decision['state'] = 'SUPERSEDED'): Decision['history'][number] {
  const { id, key, title, proposedAt, decidedAt } = line(number);
  return { __typename: 'Decision', id, key, title, state, proposedAt, decidedAt };
}

export type Hit = DecisionsQuery['decisions']['edges'][number]['node'];

/** What was found, each as its line and its words with the marks of the server. */
export function found(
  hits: readonly (Partial<Hit> & Pick<Hit, 'decision'>)[],
  page: { totalCount?: number; endCursor?: string | null } = {},
): Omit<DecisionsQuery, '__typename'> {
  const { totalCount = hits.length, endCursor = null } = page;
  return {
    decisions: {
      __typename: 'DecisionHitConnection',
      edges: hits.map((hit) => ({
        __typename: 'DecisionHitEdge',
        cursor: `after ${hit.decision.key}`,
        node: { __typename: 'DecisionHit', titleMarked: hit.decision.title, snippet: '', ...hit },
      })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      totalCount,
    },
  };
}
