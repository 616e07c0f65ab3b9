import { lastsOn } from './organization/date-range.js';
import type { Role, RoleKind } from './organization/role.js';

/** A dated role of the one who acts. The scope is the most specific id; none at all is the organization. */
export interface ActorAssignment {
  role: Role;
  kind: RoleKind;
  productId: string | null;
  areaId: string | null;
  teamId: string | null;
  /** YYYY-MM-DD; null: since ever. */
  startsOn: string | null;
  /** YYYY-MM-DD, exclusive; null: no end. */
  endsBefore: string | null;
}

/** Who acts, with the roles loaded for today. */
export interface Actor {
  personId: string;
  organizationId: string;
  assignments: ActorAssignment[];
  /** YYYY-MM-DD in the organization's time zone; with it, rules pass over assignments that do not last that day. */
  today?: string;
}

/** The assignments that count now, of every kind: backup and acting holders must be able to do the work. */
export function currentAssignments(actor: Actor): ActorAssignment[] {
  const { today } = actor;
  return today === undefined ? actor.assignments : actor.assignments.filter((held) => lastsOn(held, today));
}

/** Whether the actor holds any of the roles, whatever the scope. */
export function holdsAnywhere(actor: Actor, ...roles: Role[]): boolean {
  return currentAssignments(actor).some((held) => roles.includes(held.role));
}

/** Whether the actor has any role in the team itself. */
export function isOfTeam(actor: Actor, teamId: string | undefined): boolean {
  return teamId !== undefined && currentAssignments(actor).some((held) => held.teamId === teamId);
}

/** Where a thing is: its own id and the ids of what contains it (a team has all three). */
export interface Place {
  productId?: string | null | undefined;
  areaId?: string | null | undefined;
  teamId?: string | null | undefined;
}

/** Whether the actor holds the role in a scope that is the place or contains it. */
export function holdsOver(actor: Actor, role: Role, place: Place): boolean {
  return currentAssignments(actor).some((held) => held.role === role && covers(held, place));
}

function covers(held: ActorAssignment, place: Place): boolean {
  if (held.teamId !== null) return held.teamId === place.teamId;
  if (held.areaId !== null) return held.areaId === place.areaId;
  if (held.productId !== null) return held.productId === place.productId;
  return true;
}
