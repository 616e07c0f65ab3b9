import { EXCLUSIVE_ROLES, type Role } from '../organization/role.js';
import type { PresentAssignment } from './present-organization.js';

/** Who holds what where, as it will be after the plan: the same rules as the database's constraints, asked before it. */
export class RoleRoster {
  private readonly byPlace = new Map<string, PresentAssignment[]>();
  private readonly byId = new Map<string, PresentAssignment>();

  constructor(assignments: PresentAssignment[]) {
    for (const assignment of assignments) this.add({ ...assignment });
  }

  of(scopeId: string, role: Role): PresentAssignment[] {
    return this.byPlace.get(`${scopeId}:${role}`) ?? [];
  }

  find(id: string): PresentAssignment | undefined {
    return this.byId.get(id);
  }

  inScope(scopeId: string): PresentAssignment[] {
    return [...this.byId.values()].filter((held) => held.scopeId === scopeId);
  }

  add(assignment: PresentAssignment): void {
    const key = `${assignment.scopeId}:${assignment.role}`;
    this.byPlace.set(key, [...(this.byPlace.get(key) ?? []), assignment]);
    this.byId.set(assignment.id, assignment);
  }

  remove(id: string): void {
    const held = this.byId.get(id);
    if (held === undefined) return;
    const key = `${held.scopeId}:${held.role}`;
    this.byPlace.set(
      key,
      this.of(held.scopeId, held.role).filter((one) => one.id !== id),
    );
    this.byId.delete(id);
  }

  change(id: string, next: Partial<PresentAssignment>): void {
    const held = this.byId.get(id);
    if (held !== undefined) Object.assign(held, next);
  }

  /** Another primary of an exclusive role in (part of) the same days. */
  otherPrimary(wanted: PresentAssignment): PresentAssignment | undefined {
    if (wanted.kind !== 'PRIMARY' || !EXCLUSIVE_ROLES.includes(wanted.role)) return undefined;
    return this.of(wanted.scopeId, wanted.role).find(
      (held) => held.id !== wanted.id && held.kind === 'PRIMARY' && overlap(held, wanted),
    );
  }

  /** The same person in the same role there, in (part of) the same days. */
  heldAlready(wanted: PresentAssignment): PresentAssignment | undefined {
    return this.of(wanted.scopeId, wanted.role).find(
      (held) => held.id !== wanted.id && held.personId === wanted.personId && overlap(held, wanted),
    );
  }
}

interface Days {
  startsOn: string | null;
  endsBefore: string | null;
}

function overlap(one: Days, other: Days): boolean {
  return begins(one, other.endsBefore) && begins(other, one.endsBefore);
}

function begins(range: Days, before: string | null): boolean {
  return before === null || range.startsOn === null || range.startsOn < before;
}
