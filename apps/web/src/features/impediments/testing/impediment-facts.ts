import type {
  ImpedimentBoardQuery,
  ImpedimentCardFragment,
  ImpedimentDetailQuery,
  ImpedimentLevelsQuery,
  ImpedimentTeamsQuery,
} from '../../../generated/graphql';

export const PAYMENTS = { __typename: 'Area' as const, id: 'area-payments', name: 'Payments' };
export const HARBOUR = { __typename: 'Area' as const, id: 'area-harbour', name: 'Harbour' };
export const CHECKOUT = { __typename: 'Team' as const, id: 'team-checkout', name: 'Checkout' };
export const QUAY = { __typename: 'Team' as const, id: 'team-quay', name: 'Quay' };
export const ROWAN = { __typename: 'Person' as const, id: 'person-rowan', name: 'Rowan Squall' };
/** The viewer of the mocked session. */
export const ANA = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };

/** Everything that somebody who triages may do, whatever the state; the api narrows it by state. */
export const ALL = [
  'impediment:edit',
  'impediment:triage',
  'impediment:start',
  'impediment:resolve',
  'impediment:close',
  'impediment:decline',
  'impediment:mark-duplicate',
  'impediment:reopen',
  'impediment:set-level',
  'impediment:send-brief',
  'impediment:pause-clock',
  'impediment:resume-clock',
  'impediment:add-team',
  'impediment:remove-team',
  'impediment:comment',
  'impediment:watch',
  'impediment:vote',
  'impediment:assign',
  'impediment:label',
  'impediment:link',
  'impediment:unlink',
];

/** A card of the Checkout team; `card(7, { state: 'TRIAGED' })` is IMP-7. */
export function card(number: number, facts: Partial<ImpedimentCardFragment> = {}): ImpedimentCardFragment {
  return {
    __typename: 'Impediment',
    id: `impediment-${number}`,
    key: `IMP-${number}`,
    title: `Impediment ${number}`,
    state: 'RAISED',
    category: 'TOOLING',
    severity: null,
    level: 1,
    clockEndsAt: null,
    clock: null,
    raisedAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
    dueOn: null,
    nextStep: '',
    version: 1,
    commentCount: 0,
    voteCount: 0,
    viewerVotes: false,
    viewerWatches: false,
    viewerCan: ALL,
    owner: null,
    raisingTeam: { ...CHECKOUT, area: PAYMENTS },
    affectedTeams: [CHECKOUT],
    source: null,
    labels: [],
    blockedTeamDays: 0,
    updatedAt: '2026-01-01T00:00:00Z',
    ...facts,
  };
}

/** What a mutation answers that offers no way back. */
export function moved(number: number, facts: Partial<ImpedimentCardFragment> = {}) {
  return { ...card(number, facts), viewerUndo: null };
}

export function boardOf(...impediments: ImpedimentCardFragment[]): Omit<ImpedimentBoardQuery, '__typename'> {
  return {
    impedimentBoard: {
      __typename: 'ImpedimentBoard',
      impediments,
      truncated: false,
      closedLast30Days: 3,
      cursor: '1:1',
    },
  };
}

type Detail = ImpedimentDetailQuery['impediment'];

export function detail(number: number, facts: Partial<Detail> = {}): Detail {
  return {
    ...card(number),
    clockTerms: null,
    description: '',
    levelSince: '2026-01-01T00:00:00Z',
    resolution: '',
    declineReason: '',
    triagedAt: null,
    startedAt: null,
    resolvedAt: null,
    closedAt: null,
    reopenedCount: 0,
    raisedBy: ROWAN,
    source: null,
    duplicateOf: null,
    blockedItems: [],
    watchers: [],
    links: [],
    briefs: [],
    duplicates: [],
    comments: {
      __typename: 'ImpedimentCommentConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: 0,
    },
    activity: {
      __typename: 'ActivityConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: 0,
    },
    ...facts,
  };
}

export const levels: Omit<ImpedimentLevelsQuery, '__typename'> = {
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    impedimentLevels: [
      { __typename: 'ImpedimentLevel', level: 1, name: 'Team', clockWorkingHours: 16 },
      { __typename: 'ImpedimentLevel', level: 2, name: 'Scrum of Scrums', clockWorkingHours: 40 },
    ],
  },
};

export const teams: Omit<ImpedimentTeamsQuery, '__typename'> = {
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    products: [
      {
        __typename: 'Product',
        id: 'product-1',
        areas: [
          { ...PAYMENTS, teams: [CHECKOUT] },
          { ...HARBOUR, teams: [QUAY] },
        ],
      },
    ],
  },
};
