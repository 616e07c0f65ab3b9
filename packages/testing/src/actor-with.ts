import type { Actor, ActorAssignment } from '@chapterhouse/domain/actor';
import type { Role, RoleKind } from '@chapterhouse/domain/organization/role';

/** A role to hold: the scope is the one id that is given, none is the organization; dates are open by default. */
export interface HeldSpec {
  role: Role;
  kind?: RoleKind;
  productId?: string;
  areaId?: string;
  teamId?: string;
  startsOn?: string;
  endsBefore?: string;
}

/** A person "ana" of organization "org" who holds the given roles, and only these. */
export function actorWith(...held: HeldSpec[]): Actor {
  return { personId: 'ana', organizationId: 'org', assignments: held.map(assignmentOf) };
}

/** The same actor, asking on a day, YYYY-MM-DD. */
export function onDay(actor: Actor, today: string): Actor {
  return { ...actor, today };
}

function assignmentOf(spec: HeldSpec): ActorAssignment {
  return {
    role: spec.role,
    kind: spec.kind ?? 'PRIMARY',
    productId: spec.productId ?? null,
    areaId: spec.areaId ?? null,
    teamId: spec.teamId ?? null,
    startsOn: spec.startsOn ?? null,
    endsBefore: spec.endsBefore ?? null,
  };
}
