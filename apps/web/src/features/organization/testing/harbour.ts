import type {
  AnswerFragment,
  HeldAssignmentFragment,
  OrganizationOverviewQuery,
  PersonPageQuery,
  TeamPageQuery,
  WarningFragment,
} from '../../../generated/graphql';

// A small harbour with somebody away, a stand-in and a vacancy, as the server would send it.

type Scope = AnswerFragment['scope'];
type Somebody = NonNullable<AnswerFragment['holder']>;

export const person = (name: string): Somebody => ({ __typename: 'Person', id: `Person_${name.split(' ')[0]}`, name });
export const scope = (kind: Scope['kind'], name: string): Scope => ({
  __typename: 'RoleScope',
  kind,
  id: `${kind}_${name}`,
  name,
});

export const TEAM = scope('TEAM', 'Yard');
export const fern = person('Fern Gale');
export const basil = person('Basil Drizzle');
export const rowan = person('Rowan Mistral');

export function answerOf(changes: Partial<AnswerFragment> & Pick<AnswerFragment, 'role' | 'scope'>): AnswerFragment {
  return {
    __typename: 'Accountability',
    because: 'PRIMARY',
    holder: fern,
    primary: fern,
    primaryAbsentUntil: null,
    ...changes,
  };
}

export function held(changes: Partial<HeldAssignmentFragment> = {}): HeldAssignmentFragment {
  return {
    __typename: 'RoleAssignment',
    id: 'RoleAssignment_1',
    role: 'SCRUM_MASTER',
    kind: 'PRIMARY',
    sharePercent: null,
    startsOn: '2024-03-01',
    endsBefore: null,
    version: 4,
    viewerCan: ['role:end', 'role:hand-over'],
    scope: TEAM,
    person: basil,
    ...changes,
  };
}

export const warnings: WarningFragment[] = [
  { __typename: 'OrganizationWarning', code: 'VACANCY', role: 'PRODUCT_OWNER', scope: TEAM, people: [], teams: [] },
];

/** Basil is away and Fern stands in as Scrum Master; nobody is Product Owner. */
export const teamAnswers: AnswerFragment[] = [
  answerOf({ role: 'PRODUCT_OWNER', scope: TEAM, because: 'VACANT', holder: null, primary: null }),
  answerOf({ role: 'SCRUM_MASTER', scope: TEAM, because: 'BACKUP', primary: basil, primaryAbsentUntil: '2027-03-09' }),
];

export function overview(viewerCan: string[] = []): OrganizationOverviewQuery['organization'] {
  const product = scope('PRODUCT', 'Ferrywise');
  const area = scope('AREA', 'Quay');
  return {
    __typename: 'Organization',
    id: 'organization-1',
    name: 'Harbour',
    version: 1,
    viewerCan,
    accountabilities: [],
    assignments: [],
    warnings,
    products: [
      {
        __typename: 'Product',
        id: product.id,
        name: product.name,
        version: 1,
        viewerCan,
        accountabilities: [answerOf({ role: 'CHIEF_PRODUCT_OWNER', scope: product })],
        assignments: [],
        areas: [
          {
            __typename: 'Area',
            id: area.id,
            name: area.name,
            purpose: '',
            archivedOn: null,
            version: 1,
            viewerCan,
            accountabilities: [answerOf({ role: 'AREA_PRODUCT_OWNER', scope: area, holder: rowan, primary: rowan })],
            teams: [
              {
                __typename: 'Team',
                id: TEAM.id,
                name: TEAM.name,
                purpose: '',
                archivedOn: null,
                version: 2,
                viewerCan,
                accountabilities: teamAnswers,
                assignments: [
                  { __typename: 'RoleAssignment', id: 'd1', role: 'DEVELOPER' },
                  { __typename: 'RoleAssignment', id: 'd2', role: 'DEVELOPER' },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
}

export function teamPage(viewerCan: string[] = []): TeamPageQuery['team'] {
  return {
    __typename: 'Team',
    id: TEAM.id,
    name: TEAM.name,
    purpose: 'Loads and unloads.',
    archivedOn: null,
    version: 2,
    viewerCan,
    area: {
      __typename: 'Area',
      id: 'AREA_Quay',
      name: 'Quay',
      product: { __typename: 'Product', id: 'PRODUCT_Ferrywise', name: 'Ferrywise' },
    },
    accountabilities: teamAnswers,
    assignments: [
      held(),
      held({ id: 'RoleAssignment_2', role: 'DEVELOPER', person: rowan, viewerCan: [], sharePercent: 60 }),
    ],
    warnings: [],
  };
}

export function personPage(changes: Partial<PersonPageQuery['person']> = {}): PersonPageQuery['person'] {
  return {
    __typename: 'Person',
    id: rowan.id,
    name: rowan.name,
    email: null,
    hasAccount: false,
    deactivatedAt: null,
    absentToday: false,
    version: 7,
    viewerCan: ['person:invite', 'person:edit', 'person:deactivate', 'absence:record', 'invitation:revoke'],
    assignments: [held({ role: 'DEVELOPER', person: rowan })],
    absences: [],
    openInvitation: null,
    ...changes,
  };
}
