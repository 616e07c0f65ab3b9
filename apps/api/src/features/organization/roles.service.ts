import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { ROLE_TITLES, SCOPES_OF_ROLE, type ScopeKind } from '@chapterhouse/domain/organization/role';
import type { FieldProblem } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { violatedConstraint } from '../../platform/database/constraint.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { LastAdministrator } from './last-administrator.js';
import { checkInput, demand, demandVersion, found } from './organization-checks.js';
import { OrganizationStructure } from './organization-structure.js';
import { PeopleRepository } from './people.repository.js';
import { roleAssignmentObject, type AssignRoleInput, type RoleAssignment } from './role-assignment.graphql.js';
import { roleScopeObject } from './role-scope.graphql.js';
import type { AssignRoleArgs, EndRoleArgs } from './roles.args.js';
import { heldRole, RolesRepository, type NewRole } from './roles.repository.js';
import { StructureRepository, type ScopeFacts } from './structure.repository.js';

/** Who holds which role where, and since when. Ids are the database's. */
@Injectable()
export class RolesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RolesRepository) private readonly repository: RolesRepository,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(StructureRepository) private readonly scopes: StructureRepository,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(LastAdministrator) private readonly lastAdministrator: LastAdministrator,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, ROLE_NOT_FOR_SCOPE, PERSON_DEACTIVATED, PRIMARY_TAKEN, ROLE_HELD_ALREADY */
  assign(viewer: Viewer, { input, idempotencyKey }: AssignRoleArgs, scopeKind: ScopeKind): Promise<RoleAssignment> {
    const role: NewRole = { ...input, id: newId(), scopeKind, endsBefore: input.endsBefore ?? null };
    return this.refusingOverlap(
      viewer,
      () => role,
      (tx) =>
        idempotently(tx, idempotencyKey, 'assignRole', input, async () => {
          const person = found(await this.people.byId(tx, role.personId, viewer.today, 'share'));
          const scope = found(await this.scopes.scope(tx, scopeKind, role.scopeId));
          demand(viewer, 'role:assign', { ...heldRole({ ...scope, role: role.role }), personId: person.id });
          const allowed = SCOPES_OF_ROLE[role.role];
          if (!allowed.includes(scopeKind)) {
            throw refuseOrganization('ROLE_NOT_FOR_SCOPE', { role: role.role, scope: scopeKind, allowed });
          }
          if (person.deactivated_at !== null) throw refuseOrganization('PERSON_DEACTIVATED', { name: person.name });
          const { startsOn, endsBefore, sharePercent } = input;
          checkInput({ startsOn, endsBefore, sharePercent }, ...kindProblems(input), ...closedScope(scope, input));
          await this.repository.queue(tx, role.scopeId);
          const [id = ''] = await this.structure.assignRoles(tx, [role]);
          return roleAssignmentObject(found(await this.repository.byId(tx, id)));
        }),
    );
  }

  /**
   * Ends the role before the day; on the very day that it starts, it is taken back as if it had never been.
   * @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT, LAST_ADMINISTRATOR
   */
  end(viewer: Viewer, input: EndRoleArgs): Promise<RoleAssignment> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'endRole', input, async () => {
        const unlocked = found(await this.repository.byId(tx, input.id));
        if (unlocked.role === 'ADMINISTRATOR') await this.lastAdministrator.queue(tx);
        const before = found(await this.repository.byId(tx, input.id, 'for update of r'));
        demand(viewer, 'role:end', { ...heldRole(before), personId: before.person_id });
        const { endsBefore } = input;
        checkInput({ endsBefore }, ...endProblems('endsBefore', endsBefore, before));
        demandVersion(input.version, before, () => roleAssignmentObject(before));
        if (endsBefore === before.ends_before) return roleAssignmentObject(before);
        await this.structure.endRoles(tx, [before.id], endsBefore);
        if (before.role === 'ADMINISTRATOR') {
          const holder = found(await this.people.byId(tx, before.person_id, viewer.today, 'share'));
          await this.lastAdministrator.demandAnother(tx, endsBefore, holder.has_account);
        }
        return roleAssignmentObject({ ...before, ends_before: endsBefore, version: before.version + 1 });
      }),
    );
  }

  /**
   * Runs the work; when the database refuses an overlap, says in whose way it is.
   * @param role what the work was about to write
   */
  async refusingOverlap<T>(viewer: Viewer, role: () => NewRole, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(scopeOf(viewer), work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'role_assignments_one_primary') throw await this.overlap(viewer, role(), 'primary');
      if (constraint === 'role_assignments_no_double') throw await this.overlap(viewer, role(), 'own');
      throw error;
    }
  }

  private async overlap(viewer: Viewer, role: NewRole, whose: 'primary' | 'own'): Promise<Error> {
    const other = await this.database.transaction(scopeOf(viewer), (tx) =>
      this.repository.overlapping(tx, role, whose),
    );
    const details = {
      scopeId: roleScopeObject(role.scopeKind, role.scopeId, '').id,
      role: role.role,
      from: other?.starts_on ?? null,
      until: other?.ends_before ?? null,
    };
    if (whose === 'own') return refuseOrganization('ROLE_HELD_ALREADY', details);
    return refuseOrganization('PRIMARY_TAKEN', { ...details, holderName: other?.person_name ?? 'Somebody else' });
  }
}

/** What is wrong with an end of a role; nothing ends before it begins, and nothing that ended gets longer. */
export function endProblems(
  field: string,
  day: string,
  { starts_on, ends_before }: { starts_on: string | null; ends_before: string | null },
): FieldProblem[] {
  if (starts_on !== null && day < starts_on)
    return [{ field, problem: `It starts on ${starts_on}; choose that day or a later one.` }];
  if (ends_before !== null && day > ends_before)
    return [{ field, problem: `It ends before ${ends_before} already; choose an earlier day.` }];
  return [];
}

function kindProblems({ kind, role }: AssignRoleInput): FieldProblem[] {
  return kind === 'ASSOCIATE' && role !== 'SCRUM_MASTER'
    ? [{ field: 'kind', problem: `A ${ROLE_TITLES[role]} has no associate; choose another kind.` }]
    : [];
}

function closedScope(scope: ScopeFacts, { endsBefore }: AssignRoleInput): FieldProblem[] {
  const closed = scope.archived_on;
  if (closed === null || (endsBefore && endsBefore <= closed)) return [];
  return [{ field: 'scopeId', problem: `${scope.name} is archived since ${closed}; let the role end before.` }];
}
