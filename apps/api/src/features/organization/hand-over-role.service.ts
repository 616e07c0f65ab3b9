import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import type { FieldProblem } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { newId } from '../../platform/database/new-id.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { LastAdministrator } from './last-administrator.js';
import { checkInput, dayProblems, demand, demandVersion, found } from './organization-checks.js';
import { OrganizationStructure, roleEvent, roleWords } from './organization-structure.js';
import { PeopleRepository } from './people.repository.js';
import { roleAssignmentObject, type RoleAssignment } from './role-assignment.graphql.js';
import type { HandOverRoleArgs } from './roles.args.js';
import { heldRole, RolesRepository, type NewRole, type RoleFacts } from './roles.repository.js';
import { endProblems, RolesService } from './roles.service.js';

/** One role from one person to another, with no day in which both or neither hold it. */
@Injectable()
export class HandOverRoleService {
  constructor(
    @Inject(RolesRepository) private readonly repository: RolesRepository,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(RolesService) private readonly roles: RolesService,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(LastAdministrator) private readonly lastAdministrator: LastAdministrator,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /**
   * The new holder has it from `on`, in the same scope and kind, for as long as it was given. When they were the
   * backup of it, that ends on the same day.
   * @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT, PERSON_DEACTIVATED, ROLE_HELD_ALREADY, LAST_ADMINISTRATOR
   */
  handOver(viewer: Viewer, input: HandOverRoleArgs): Promise<RoleAssignment> {
    const { on, toPersonId } = input;
    let next: NewRole;
    return this.roles.refusingOverlap(
      viewer,
      () => next,
      (tx) =>
        idempotently(tx, input.idempotencyKey, 'handOverRole', input, async () => {
          const administrator = found(await this.repository.byId(tx, input.id)).role === 'ADMINISTRATOR';
          if (administrator) await this.lastAdministrator.queue(tx);
          const receiver = found(await this.people.byId(tx, toPersonId, viewer.today, 'share'));
          const before = found(await this.repository.byId(tx, input.id, 'for update of r'));
          demand(viewer, 'role:hand-over', { ...heldRole(before), personId: before.person_id, toPersonId });
          if (receiver.deactivated_at !== null) throw refuseOrganization('PERSON_DEACTIVATED', { name: receiver.name });
          const same =
            toPersonId === before.person_id
              ? [{ field: 'toPersonId', problem: `${receiver.name} holds it already; choose somebody else.` }]
              : [];
          checkInput({}, ...handOverProblems(on, before), ...same);
          demandVersion(input.version, before, () => roleAssignmentObject(before));
          next = successor(before, toPersonId, on);
          await this.repository.queue(tx, before.scope_id);
          const stoodIn = await this.repository.overlapping(tx, next, 'own');
          if (stoodIn?.kind === 'BACKUP' && (stoodIn.starts_on ?? '') <= on) {
            await this.structure.endRoles(tx, [stoodIn.id], on);
          }
          await this.repository.handOver(tx, before.id, on, next);
          const after = found(await this.repository.byId(tx, next.id));
          if (administrator) {
            const giver = found(await this.people.byId(tx, before.person_id, viewer.today, 'share'));
            await this.lastAdministrator.demandAnother(tx, on, giver.has_account);
          }
          const change = { field: roleWords(before), from: before.person_name, to: after.person_name };
          await this.events.append(
            tx,
            roleEvent('role.handed-over', { ...before, version: before.version + 1 }, change, on),
            roleEvent('role.assigned', after, { ...change, from: null }),
          );
          return roleAssignmentObject(after);
        }),
    );
  }
}

function successor(before: RoleFacts, personId: string, on: string): NewRole {
  return {
    id: newId(),
    personId,
    role: before.role,
    kind: before.kind,
    scopeKind: before.scope_kind,
    scopeId: before.scope_id,
    startsOn: on,
    endsBefore: before.ends_before,
  };
}

function handOverProblems(on: string, before: RoleFacts): FieldProblem[] {
  if (on === before.ends_before)
    return [{ field: 'on', problem: 'It ends on this day already; choose an earlier day, or assign it anew.' }];
  return [...dayProblems('on', on), ...endProblems('on', on, before)];
}
