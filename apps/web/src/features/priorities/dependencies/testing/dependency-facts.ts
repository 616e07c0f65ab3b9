import type {
  DependencyFactsFragment,
  DependencyMapQuery,
  DependencyRecordFragment,
  DependentItemFragment,
} from '../../../../generated/graphql';

export const ANA = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };
export const ROWAN = { __typename: 'Person' as const, id: 'person-2', name: 'Rowan Squall' };

export const PAYMENTS = { __typename: 'Area' as const, id: 'area-payments', name: 'Payments' };
export const BOOKING = { __typename: 'Area' as const, id: 'area-booking', name: 'Booking' };
export const VAULT = { __typename: 'Team' as const, id: 'team-vault', name: 'Vault' };
export const FERRIES = { __typename: 'Team' as const, id: 'team-ferries', name: 'Ferries' };

export function item(number: number, facts: Partial<DependentItemFragment> = {}): DependentItemFragment {
  return {
    __typename: 'BacklogItem',
    id: `item-${number}`,
    key: `B-${number}`,
    title: `Feature ${number}`,
    state: 'READY',
    position: number,
    product: { __typename: 'Product', id: 'product-1' },
    team: null,
    area: null,
    ...facts,
  };
}

/** Ferries need something of Vault for B-1; nobody has answered yet. */
export function dependency(number: number, facts: Partial<DependencyFactsFragment> = {}): DependencyFactsFragment {
  return {
    __typename: 'Dependency',
    id: `dependency-${number}`,
    key: `DEP-${number}`,
    state: 'REQUESTED',
    words: `An address for charge ${number}`,
    neededBy: '2020-03-10',
    promisedFor: null,
    proposedFor: null,
    answerDueAt: '2020-03-02T10:00:00Z',
    overdue: false,
    conflicts: [],
    conflictWords: [],
    version: 1,
    viewerCan: ['dependency:view'],
    consumer: item(1, { title: 'Night ferry', team: FERRIES, area: BOOKING }),
    provider: null,
    providerTeam: VAULT,
    providerArea: PAYMENTS,
    consumerArea: BOOKING,
    waitsFor: [ROWAN],
    ...facts,
  };
}

export function record(number: number, facts: Partial<DependencyRecordFragment> = {}): DependencyRecordFragment {
  return {
    ...dependency(number),
    requestedBy: ANA,
    requestedAt: '2020-03-01T10:00:00Z',
    updatedAt: '2020-03-01T10:00:00Z',
    impediment: null,
    steps: [step('REQUESTED', { by: ANA, date: '2020-03-10', words: 'Before the season.' })],
    ...facts,
  };
}

type Step = DependencyRecordFragment['steps'][number];

export function step(state: Step['state'], facts: Partial<Step> = {}): Step {
  return {
    __typename: 'DependencyStep',
    state,
    by: ROWAN,
    at: `2020-03-01T1${STATES.indexOf(state)}:00:00Z`,
    date: null,
    words: '',
    ...facts,
  };
}

const STATES: readonly Step['state'][] = ['REQUESTED', 'COUNTERED', 'COMMITTED', 'DELIVERED', 'DECLINED', 'WITHDRAWN'];

type Line = DependencyMapQuery['dependencyMap']['lines'][number];

export function line(of: DependencyFactsFragment, facts: Partial<Line> = {}): Line {
  const { neededBy, promisedFor, conflicts, consumerArea, providerArea } = of;
  return {
    __typename: 'DependencyLine',
    dependency: of,
    neededBy,
    promisedFor,
    conflicts,
    consumerArea,
    providerArea,
    ...facts,
  };
}
