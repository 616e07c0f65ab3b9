import { lastsOn } from '../organization/date-range.js';
import { ROLE_KIND_TITLES, ROLE_TITLES } from '../organization/role.js';
import type { PlaceKind, RoleFact } from './organization-file.js';
import type { PlanDesk } from './organization-plan.js';
import type { RoleWrite } from './organization-writes.js';
import { personKey } from './people-plan.js';
import type { PlannedPlaces } from './place-plan.js';
import { planObserved } from './observed-roles.js';
import { planPastRole } from './past-roles.js';
import type { PresentAssignment } from './present-organization.js';
import { RoleRoster } from './role-roster.js';
import { planStated } from './stated-roles.js';

/** A role of the file, with the ids that it has here. */
export interface RoleHere {
  fact: RoleFact;
  personId: string;
  scopeId: string;
  scopeKind: PlaceKind | 'organization';
  /** The name of this role in the file, for its identity. */
  key: string;
}

/** Assigns, changes and ends roles so that they are as the file says, on the file's day. */
export function planRoles(desk: PlanDesk, places: PlannedPlaces, personIds: Map<string, string>): void {
  const plan = new RolePlan(desk, places);
  const here = desk.file.roles.flatMap((fact) => plan.locate(fact, personIds));
  plan.endVanished(new Set(here.map((role) => role.key)));
  planObserved(
    plan,
    here.filter(({ fact }) => fact.certainty === 'OBSERVED'),
  );
  for (const role of here) {
    if (role.fact.certainty === 'STATED') planStated(plan, role);
    if (role.fact.certainty === 'PAST') planPastRole(plan, role);
  }
}

export class RolePlan {
  readonly roster: RoleRoster;
  private readonly scopeKinds = new Map<string, PlaceKind | 'organization'>();
  private readonly names: Map<string, string>;
  private readonly deactivated: Set<string>;

  constructor(
    readonly desk: PlanDesk,
    private readonly places: PlannedPlaces,
  ) {
    this.roster = new RoleRoster(desk.present.assignments);
    for (const place of desk.present.places) this.scopeKinds.set(place.id, place.kind);
    for (const place of desk.writes.places) this.scopeKinds.set(place.id, place.kind);
    this.scopeKinds.set(desk.organizationId, 'organization');
    this.deactivated = new Set(desk.present.people.filter((one) => one.isDeactivated).map(({ id }) => id));
    this.names = new Map([...desk.present.people, ...desk.writes.people].map(({ id, name }) => [id, name]));
  }

  get asOf(): string {
    return this.desk.file.asOf;
  }

  locate(fact: RoleFact, personIds: Map<string, string>): RoleHere[] {
    const { tally, organizationId } = this.desk;
    const personId = personIds.get(personKey(fact.person));
    const scopeId = fact.place === null ? organizationId : this.places.ids.get(`${fact.place.kind}:${fact.place.key}`);
    if (personId === undefined || scopeId === undefined) {
      const missing = personId === undefined ? `The person ${fact.person.key}` : `The place ${fact.place?.key}`;
      tally.problem(fact.where, `${missing} could not be read, so this role (${ROLE_TITLES[fact.role]}) is not taken.`);
      return [];
    }
    const middle = fact.certainty === 'PAST' ? 'past' : fact.role;
    const last = fact.certainty === 'STATED' ? `#${fact.startsOn ?? ''}` : '';
    const key = `${fact.place?.key ?? ''}#${middle}#${personKey(fact.person)}${last}`;
    return [{ fact, personId, scopeId, scopeKind: fact.place?.kind ?? 'organization', key }];
  }

  /** Ends what the last file listed and this one does not, and everything in places that are archived. */
  endVanished(listed: Set<string>): void {
    const { file, present } = this.desk;
    for (const { key, entityId } of present.identities.of(file.source, 'role')) {
      const held = this.roster.find(entityId);
      if (!held || listed.has(key) || !file.completeFor.some((prefix) => key.startsWith(prefix))) continue;
      if (held.endsBefore === null || held.endsBefore > this.asOf) this.end(held, key, 'no longer listed');
    }
    for (const scopeId of this.places.archived)
      for (const held of this.roster.inScope(scopeId))
        if (held.endsBefore === null || held.endsBefore > this.asOf)
          this.end(held, held.id, 'its place is no longer listed');
  }

  /** Ends a role on the file's day; one that would begin only then or later never was. */
  end(held: PresentAssignment, key: string, why: string): void {
    if (this.isAdministrator(held, key)) return;
    const never = held.startsOn !== null && held.startsOn >= this.asOf;
    const change = { field: 'endsBefore', from: held.endsBefore, to: this.asOf };
    this.write({ ...held, endsBefore: never ? held.endsBefore : this.asOf }, never ? 'withdraw' : 'end', [change]);
    if (never) this.roster.remove(held.id);
    else this.roster.change(held.id, { endsBefore: this.asOf });
    this.note('end', held, key, `${why}: ended on ${this.asOf}`);
  }

  /** A file may make administrators and never unmake them: nobody is locked out by a list. */
  isAdministrator(held: PresentAssignment, where: string): boolean {
    if (held.role !== 'ADMINISTRATOR') return false;
    this.desk.tally.problem(where, `${this.nameOf(held.personId)} stays Administrator: only people end that role.`);
    return true;
  }

  assign(wanted: PresentAssignment): void {
    this.roster.add(wanted);
    this.write(wanted, 'assign', []);
  }

  change(held: PresentAssignment, next: Partial<PresentAssignment>, changes: RoleWrite['changes']): void {
    this.roster.change(held.id, next);
    this.write({ ...held, ...next }, 'change', changes);
  }

  /** A problem row when the organization or the database would refuse it. */
  isImpossible(wanted: PresentAssignment, where: string): boolean {
    if (this.deactivated.has(wanted.personId)) {
      this.desk.tally.problem(where, `${this.nameOf(wanted.personId)} is deactivated here and gets no role.`);
      return true;
    }
    const primary = this.roster.otherPrimary(wanted);
    const held = this.roster.heldAlready(wanted);
    if (primary === undefined && held === undefined) return false;
    const who = this.nameOf(wanted.personId);
    const what = `${ROLE_TITLES[wanted.role]} of ${this.places.nameOf(wanted.scopeId)}`;
    const why = primary
      ? `${this.nameOf(primary.personId)} is the primary ${what} in these days`
      : `${who} is ${what} in these days already`;
    this.desk.tally.problem(where, `${who} was not made ${what}: ${why}.`);
    return true;
  }

  blank(role: RoleHere, values: Pick<PresentAssignment, 'kind' | 'startsOn' | 'endsBefore'>): PresentAssignment {
    return {
      id: this.desk.tools.newId(),
      personId: role.personId,
      role: role.fact.role,
      scopeId: role.scopeId,
      sharePercent: role.fact.sharePercent,
      version: 0,
      ...values,
    };
  }

  identify(key: string, entityId: string, contentHash: string): void {
    this.desk.present.identities.put({ source: this.desk.file.source, kind: 'role', key, entityId, contentHash });
  }

  lastsNow(held: PresentAssignment): boolean {
    return lastsOn(held, this.asOf);
  }

  note(
    effect: 'create' | 'update' | 'end' | 'unchanged',
    held: PresentAssignment,
    key: string,
    details: string,
    kind = 'role',
  ): void {
    const title = `${this.nameOf(held.personId)}: ${ROLE_TITLES[held.role]} of ${this.places.nameOf(held.scopeId)}`;
    const words = effect === 'create' ? `${ROLE_KIND_TITLES[held.kind].toLowerCase()}, ${details}` : details;
    this.desk.tally.note({ effect, kind, key, title, details: words });
  }

  private nameOf(personId: string): string {
    return this.names.get(personId) ?? 'somebody';
  }

  private write(held: PresentAssignment, effect: RoleWrite['effect'], changes: RoleWrite['changes']): void {
    const { scopeId, ...rest } = held;
    const kind = this.scopeKinds.get(scopeId) ?? 'organization';
    this.desk.writes.roles.push({ ...rest, scope: { kind, id: scopeId }, effect, changes });
  }
}
