import type { Actor, Place } from '../actor.js';
import { type HeldRole, mayAssignSomething } from './assignable-roles.js';
import { type OrganizationAction, type OrganizationFacts, can } from './organization-policy.js';
import { EXCLUSIVE_ROLES, ROLES, type Role, SCOPES_OF_ROLE, type ScopeKind } from './role.js';

// What the one who looks may do with each thing, for buttons. A place names itself and all that contains it.

/** Stands for anybody but the actor, where the person is chosen later. */
const SOMEBODY_ELSE = 'somebody else';

/** The roles that the actor may give to somebody else in this very scope. */
export function assignableRoles(actor: Actor, kind: ScopeKind, place: Place): Role[] {
  return ROLES.filter(
    (role) =>
      SCOPES_OF_ROLE[role].includes(kind) &&
      can(actor, 'role:assign', { ...place, role, personId: SOMEBODY_ELSE }).allowed,
  );
}

export function viewerCanOnOrganization(actor: Actor): OrganizationAction[] {
  const actions = permitted(actor, {}, [
    'organization:view',
    'organization:edit',
    'product:create',
    'person:view',
    'person:add',
    'import:view',
    'import:run',
    'session:own',
  ]);
  return [...actions, ...assigning(actor, 'ORGANIZATION', {})];
}

export function viewerCanOnProduct(actor: Actor, place: { productId: string }): OrganizationAction[] {
  return [...permitted(actor, place, ['product:edit', 'area:create']), ...assigning(actor, 'PRODUCT', place)];
}

export function viewerCanOnArea(actor: Actor, place: { productId: string; areaId: string }): OrganizationAction[] {
  return [...permitted(actor, place, ['area:edit', 'team:create']), ...assigning(actor, 'AREA', place)];
}

/** `team:move` means: may leave this area; the target is asked about when it is chosen. */
export function viewerCanOnTeam(
  actor: Actor,
  place: { productId: string; areaId: string; teamId: string },
): OrganizationAction[] {
  const facts = { ...place, targetProductId: place.productId, targetAreaId: place.areaId };
  return [...permitted(actor, facts, ['team:edit', 'team:move']), ...assigning(actor, 'TEAM', place)];
}

/** What else is known of a person; what is left out does not narrow the answer. */
export interface PersonFacts {
  personId: string;
  /** Held today or later, each with what contains its scope. */
  personAssignments: readonly HeldRole[];
  deactivated?: boolean;
  hasAccount?: boolean;
  hasOpenInvitation?: boolean;
}

export function viewerCanOnPerson(actor: Actor, facts: PersonFacts): OrganizationAction[] {
  const { personId, personAssignments } = facts;
  const who = { personId, personAssignments };
  if (facts.deactivated === true) return permitted(actor, who, ['person:view', 'person:edit']);
  const actions = permitted(actor, who, ['person:view', 'person:edit', 'person:deactivate', 'absence:record']);
  if (facts.hasAccount !== true) actions.push(...permitted(actor, who, ['person:invite']));
  if (facts.hasOpenInvitation !== false) actions.push(...permitted(actor, who, ['invitation:revoke']));
  const themselves = personId === actor.personId && !can(actor, 'role:assign', { personId }).allowed;
  if (mayAssignSomething(actor) && !themselves) actions.push('role:assign');
  return actions;
}

/** Only what has one holder can be handed over; what has ended can be neither ended nor handed over. */
export function viewerCanOnRoleAssignment(
  actor: Actor,
  facts: HeldRole & { personId: string; ended?: boolean },
): OrganizationAction[] {
  if (facts.ended === true) return [];
  const { role, personId, productId, areaId, teamId } = facts;
  const actions: OrganizationAction[] = EXCLUSIVE_ROLES.includes(role) ? ['role:end', 'role:hand-over'] : ['role:end'];
  return permitted(actor, { role, personId, productId, areaId, teamId }, actions);
}

export function viewerCanOnAbsence(
  actor: Actor,
  facts: Pick<PersonFacts, 'personId' | 'personAssignments'>,
): OrganizationAction[] {
  return permitted(actor, facts, ['absence:remove']);
}

function permitted(actor: Actor, facts: OrganizationFacts, actions: OrganizationAction[]): OrganizationAction[] {
  return actions.filter((action) => can(actor, action, facts).allowed);
}

function assigning(actor: Actor, kind: ScopeKind, place: Place): OrganizationAction[] {
  return assignableRoles(actor, kind, place).length > 0 ? ['role:assign'] : [];
}
