import type { DelegationBoardFactsFragment, DelegationCellFactsFragment } from '../../../generated/graphql';

export const PRODUCT_OWNER = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };
export const ROWAN = { __typename: 'Person' as const, id: 'person-2', name: 'Rowan Squall' };

const place = (kind: 'ORGANIZATION' | 'AREA' | 'TEAM', id: string, name: string) => ({
  __typename: 'RoleScope' as const,
  kind,
  id,
  name,
});
export const HARBOUR = place('ORGANIZATION', 'organization-1', 'Harbour');
export const QUAY = place('AREA', 'area-1', 'Quay');
export const YARD = place('TEAM', 'team-1', 'Yard');

/** The organization with one product, area and team. */
export const scopes = {
  organization: {
    __typename: 'Organization' as const,
    id: HARBOUR.id,
    name: HARBOUR.name,
    products: [
      {
        __typename: 'Product' as const,
        id: 'product-1',
        name: 'Ferry',
        areas: [
          {
            __typename: 'Area' as const,
            id: QUAY.id,
            name: QUAY.name,
            teams: [{ __typename: 'Team' as const, id: YARD.id, name: YARD.name }],
          },
        ],
      },
    ],
  },
};

type Area = DelegationBoardFactsFragment['decisionAreas'][number];
export const area = (n: number, name: string, facts: Partial<Area> = {}): Area => ({
  __typename: 'DecisionArea',
  id: `decision-area-${n}`,
  name,
  description: '',
  archived: false,
  version: 1,
  ...facts,
});
export const SPRINT = area(1, 'Sprint content');
export const TOOLS = area(2, 'Tools');
export const DONE = area(3, 'Definition of Done');

export const cell = (
  { id, name }: Area,
  level: DelegationCellFactsFragment['level'],
  facts: Partial<DelegationCellFactsFragment> = {},
): DelegationCellFactsFragment => ({
  __typename: 'DelegationCell',
  decisionArea: { __typename: 'DecisionArea', id, name },
  level,
  delegate: { __typename: 'Delegate', kind: 'TEAM', role: null, person: null, name: 'the team Yard' },
  vetoHours: 0,
  answerHours: 16,
  sentence: `As the server says it of ${name}.`,
  inheritedFrom: null,
  ...facts,
});

/** Sprint content is this board's own, tools come from the area, nobody delegated the Definition of Done. */
export const board = (facts: Partial<DelegationBoardFactsFragment> = {}): DelegationBoardFactsFragment => ({
  __typename: 'DelegationBoard',
  scope: YARD,
  number: 3,
  savedBy: PRODUCT_OWNER,
  savedAt: '2026-03-02T08:00:00Z',
  cells: [cell(SPRINT, 'DELEGATE'), cell(TOOLS, 'CONSULT', { inheritedFrom: QUAY })],
  decisionAreas: [SPRINT, TOOLS, DONE],
  viewerCan: ['delegation:view', 'delegation:save', 'decision-area:create', 'decision-area:edit'],
  ...facts,
});
