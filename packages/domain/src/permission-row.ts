import type { Actor } from './actor.js';
import { ROLES, type Role, SCOPES_OF_ROLE, type ScopeKind } from './organization/role.js';

/** The widest reach: all of the organization; the role's own scope; only what is one's own; nothing. */
export type Reach = 'everywhere' | 'own scope' | 'own' | 'never';

/** One cell of the readable catalogue. */
export interface PermissionRow {
  role: Role;
  /** Where the role is held; a role that can be held in two kinds of scope has rows for each. */
  scope: ScopeKind;
  action: string;
  /** For actions about roles: the role in question, in words; null otherwise. */
  about: string | null;
  where: Reach;
}

/** The specimen that policies are asked about: one place inside the role's scope, one outside, two people. */
export const SPECIMEN = {
  actorId: 'the actor',
  otherId: 'somebody else',
  inside: { productId: 'own product', areaId: 'own area', teamId: 'own team' },
  outside: { productId: 'other product', areaId: 'other area', teamId: 'other team' },
} as const;
export type Side = 'inside' | 'outside';

/** Each role in each kind of scope that it can be held in, as an actor who holds nothing else. */
export function specimenActors(): { role: Role; scope: ScopeKind; actor: Actor }[] {
  return ROLES.flatMap((role) =>
    SCOPES_OF_ROLE[role].map((scope) => ({ role, scope, actor: specimenActor(role, scope) })),
  );
}

/** Reach found by asking about what is somebody else's outside, then inside the scope, then about one's own. */
export function reach(isAllowed: (side: Side, personId: string) => boolean): Reach {
  const inside = isAllowed('inside', SPECIMEN.otherId);
  if (inside && isAllowed('outside', SPECIMEN.otherId)) return 'everywhere';
  if (inside) return 'own scope';
  return isAllowed('outside', SPECIMEN.actorId) ? 'own' : 'never';
}

function specimenActor(role: Role, scope: ScopeKind): Actor {
  const { productId, areaId, teamId } = SPECIMEN.inside;
  return {
    personId: SPECIMEN.actorId,
    organizationId: 'the organization',
    assignments: [
      {
        role,
        kind: 'PRIMARY',
        productId: scope === 'PRODUCT' ? productId : null,
        areaId: scope === 'AREA' ? areaId : null,
        teamId: scope === 'TEAM' ? teamId : null,
        startsOn: null,
        endsBefore: null,
      },
    ],
  };
}
