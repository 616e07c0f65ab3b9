import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import type { OrganizationAction } from '@chapterhouse/domain/organization/organization-policy';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { absenceObject } from './absence.graphql.js';
import type { RecordAbsenceArgs, RemoveAbsenceArgs } from './absences.args.js';
import { AbsencesRepository } from './absences.repository.js';
import { checkInput, demand, demandVersion, found } from './organization-checks.js';
import { absenceWords, OrganizationStructure } from './organization-structure.js';
import { PeopleRepository } from './people.repository.js';
import { personObject, type Person, type PersonRow } from './person.graphql.js';
import { heldRole, RolesRepository } from './roles.repository.js';

/** When people are away, so that their backups answer. Ids are the database's. */
@Injectable()
export class AbsencesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AbsencesRepository) private readonly repository: AbsencesRepository,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(RolesRepository) private readonly roles: RolesRepository,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, PERSON_DEACTIVATED */
  record(viewer: Viewer, input: RecordAbsenceArgs): Promise<Person> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'recordAbsence', input, async () => {
        const person = await this.personFor(tx, viewer, 'absence:record', input.personId);
        const { startsOn, endsBefore, note } = input;
        checkInput({ startsOn, endsBefore, note });
        if (person.deactivated_at !== null) throw refuseOrganization('PERSON_DEACTIVATED', { name: person.name });
        await this.structure.recordAbsences(tx, [{ personId: person.id, startsOn, endsBefore, note: note?.trim() }]);
        return this.objectOf(tx, viewer, person.id);
      }),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT */
  remove(viewer: Viewer, input: RemoveAbsenceArgs): Promise<Person> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, input.idempotencyKey, 'removeAbsence', input, async () => {
        const absence = found(await this.repository.byId(tx, input.id));
        const person = await this.personFor(tx, viewer, 'absence:remove', absence.person_id);
        demandVersion(input.version, absence, () => absenceObject(absence));
        await this.repository.remove(tx, absence);
        await this.events.append(tx, {
          name: 'absence.removed',
          subjectType: 'Absence',
          subjectId: absence.id,
          subjectVersion: absence.version + 1,
          payload: {
            changes: [{ field: 'absence', from: absenceWords(absence.starts_on, absence.ends_before), to: null }],
          },
        });
        return this.objectOf(tx, viewer, person.id);
      }),
    );
  }

  private async personFor(tx: Tx, viewer: Viewer, action: OrganizationAction, personId: string): Promise<PersonRow> {
    const person = found(await this.people.byId(tx, personId, viewer.today, 'share'));
    const roles = await this.roles.ofPeople(tx, [personId]);
    const lasting = roles.filter((role) => role.ends_before === null || role.ends_before > viewer.today);
    demand(viewer, action, { personId, personAssignments: lasting.map(heldRole) });
    return person;
  }

  /** Read again: they may be away today. */
  private async objectOf(tx: Tx, viewer: Viewer, personId: string): Promise<Person> {
    return personObject(found(await this.people.byId(tx, personId, viewer.today, 'share')));
  }
}
