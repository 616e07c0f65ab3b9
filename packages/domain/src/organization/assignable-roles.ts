import { type Actor, type Place, holdsAnywhere, holdsOver } from '../actor.js';
import type { Role } from './role.js';

/** A role somebody holds, at its place with what contains it: a team's has the team's area and product too. */
export interface HeldRole extends Place {
  role: Role;
}

/** Whose role, over the place, allows to assign, end and hand over a role there; an Administrator always may. */
const ASSIGNED_BY: Record<Role, readonly Role[]> = {
  ADMINISTRATOR: [],
  AGILE_COACH: [],
  EXECUTIVE_ACTION_TEAM: [],
  CHIEF_PRODUCT_OWNER: [],
  SCRUM_OF_SCRUMS_MASTER: [],
  STAKEHOLDER: ['CHIEF_PRODUCT_OWNER'],
  AREA_PRODUCT_OWNER: ['CHIEF_PRODUCT_OWNER'],
  TECHNICAL_LEAD: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER'],
  PRODUCT_OWNER: ['AREA_PRODUCT_OWNER'],
  SCRUM_MASTER: ['AREA_PRODUCT_OWNER', 'SCRUM_OF_SCRUMS_MASTER'],
  DEVELOPER: ['SCRUM_OF_SCRUMS_MASTER', 'SCRUM_MASTER'],
};

/** Whether the actor's roles allow to give this role at its place, to somebody else. */
export function mayAssign(actor: Actor, target: HeldRole): boolean {
  if (holdsOver(actor, 'ADMINISTRATOR', {})) return true;
  return ASSIGNED_BY[target.role].some((role) => holdsOver(actor, role, target));
}

/** Whether there is any role, anywhere, that the actor may give to somebody else. */
export function mayAssignSomething(actor: Actor): boolean {
  return holdsAnywhere(actor, 'ADMINISTRATOR', ...Object.values(ASSIGNED_BY).flat());
}

/** Who, besides an Administrator, may assign the role where theirs reaches. */
export function assignersOf(role: Role): readonly Role[] {
  return ASSIGNED_BY[role];
}
