import type { Place } from '../actor.js';
import { type PermissionRow, SPECIMEN, type Side, reach, specimenActors } from '../permission-row.js';
import { ORGANIZATION_ACTIONS, type OrganizationAction, type OrganizationFacts, can } from './organization-policy.js';
import { ROLES, ROLE_TITLES, type Role, SCOPES_OF_ROLE, type ScopeKind } from './role.js';

type Question = { about: string | null; facts: (side: Side, personId: string) => OrganizationFacts };

/** Role x action -> where, found by asking the policy itself. */
export function organizationPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    ORGANIZATION_ACTIONS.flatMap((action) =>
      QUESTIONS[action].map(({ about, facts }) => ({
        role,
        scope,
        action,
        about,
        where: reach((side, personId) => can(actor, action, facts(side, personId)).allowed),
      })),
    ),
  );
}

const PLAIN: Question[] = [{ about: null, facts: (_side, personId) => ({ personId }) }];
const IN_PRODUCT: Question[] = [{ about: null, facts: (side) => place(side, 'PRODUCT') }];
const IN_AREA: Question[] = [{ about: null, facts: (side) => place(side, 'AREA') }];
const IN_TEAM: Question[] = [{ about: null, facts: (side) => place(side, 'TEAM') }];
const MOVE: Question[] = [
  {
    about: null,
    facts: (side) => {
      const { areaId, productId } = SPECIMEN[side];
      return { ...place(side, 'TEAM'), targetAreaId: areaId, targetProductId: productId };
    },
  },
];
const ROLE_CHANGE = everyRole((role, scope, side, personId) => ({ ...place(side, scope), role, personId }));
const INVITATION = everyRole((role, scope, side, personId) => ({
  personId,
  personAssignments: [{ ...place(side, scope), role }],
}));
const ABSENCE: Question[] = [
  {
    about: null,
    facts: (side, personId) => ({
      personId,
      personAssignments: [{ ...place(side, 'TEAM'), role: 'DEVELOPER' }],
    }),
  },
];

const QUESTIONS: Record<OrganizationAction, Question[]> = {
  'organization:view': PLAIN,
  'organization:edit': PLAIN,
  'product:create': PLAIN,
  'product:edit': IN_PRODUCT,
  'area:create': IN_PRODUCT,
  'area:edit': IN_AREA,
  'team:create': IN_AREA,
  'team:edit': IN_TEAM,
  'team:move': MOVE,
  'person:view': PLAIN,
  'person:add': PLAIN,
  'person:edit': PLAIN,
  'person:deactivate': PLAIN,
  'person:invite': INVITATION,
  'invitation:revoke': INVITATION,
  'role:assign': ROLE_CHANGE,
  'role:end': ROLE_CHANGE,
  'role:hand-over': ROLE_CHANGE,
  'absence:record': ABSENCE,
  'absence:remove': ABSENCE,
  'import:view': PLAIN,
  'import:run': PLAIN,
  'session:own': PLAIN,
};

function everyRole(
  facts: (role: Role, scope: ScopeKind, side: Side, personId: string) => OrganizationFacts,
): Question[] {
  return ROLES.flatMap((role) =>
    SCOPES_OF_ROLE[role].map((scope) => ({
      about: SCOPES_OF_ROLE[role].length > 1 ? `${ROLE_TITLES[role]} (${scope.toLowerCase()})` : ROLE_TITLES[role],
      facts: (side: Side, personId: string) => facts(role, scope, side, personId),
    })),
  );
}

function place(side: Side, scope: ScopeKind): Place {
  const { productId, areaId, teamId } = SPECIMEN[side];
  if (scope === 'TEAM') return { productId, areaId, teamId };
  if (scope === 'AREA') return { productId, areaId };
  return scope === 'PRODUCT' ? { productId } : {};
}
