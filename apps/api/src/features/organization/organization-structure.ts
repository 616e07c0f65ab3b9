import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { OrganizationEvent } from '@chapterhouse/domain/organization/organization-events';
import { ROLE_KIND_TITLES, ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import { AbsencesRepository, type NewAbsence } from './absences.repository.js';
import { PeopleRepository, type NewPerson } from './people.repository.js';
import { RolesRepository, type NewRole, type RoleFacts } from './roles.repository.js';
import { StructureRepository, type NewArea, type NewProduct, type NewTeam } from './structure.repository.js';

type WithoutId<T> = Omit<T, 'id'> & { id?: string };

/**
 * Writes with their events, in bulk and without asking who may: for services that asked, imports and the demo.
 * Each call is a handful of statements, however long its list. Ids may be given; the answer has them in order.
 */
@Injectable()
export class OrganizationStructure {
  constructor(
    @Inject(StructureRepository) private readonly structure: StructureRepository,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(RolesRepository) private readonly roles: RolesRepository,
    @Inject(AbsencesRepository) private readonly absences: AbsencesRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  async createProducts(tx: Tx, products: WithoutId<NewProduct>[]): Promise<string[]> {
    const rows = products.map(withId);
    await this.structure.insertProducts(tx, rows);
    return this.created(tx, 'product.created', 'Product', rows);
  }

  async createAreas(tx: Tx, areas: WithoutId<NewArea>[]): Promise<string[]> {
    const rows = areas.map(withId);
    await this.structure.insertAreas(tx, rows);
    return this.created(tx, 'area.created', 'Area', rows);
  }

  async createTeams(tx: Tx, teams: WithoutId<NewTeam>[]): Promise<string[]> {
    const rows = teams.map(withId);
    await this.structure.insertTeams(tx, rows);
    return this.created(tx, 'team.created', 'Team', rows);
  }

  async addPeople(tx: Tx, people: WithoutId<NewPerson>[]): Promise<string[]> {
    const rows = people.map(withId);
    await this.people.insert(tx, rows);
    return this.created(tx, 'person.added', 'Person', rows);
  }

  /** @throws by constraint `role_assignments_one_primary`, `role_assignments_no_double`, `role_assignments_scope_of_role` */
  async assignRoles(tx: Tx, roles: WithoutId<NewRole>[]): Promise<string[]> {
    const ids = roles.map((role) => role.id ?? newId());
    await this.roles.insert(
      tx,
      roles.map((role, index) => ({ ...role, id: ids[index] ?? newId() })),
    );
    const rows = await this.roles.byIds(tx, ids);
    await this.events.append(
      tx,
      ...rows.map((row) => roleEvent('role.assigned', row, { field: roleWords(row), from: null, to: row.person_name })),
    );
    return ids;
  }

  /** @param endsBefore YYYY-MM-DD; an assignment that would not have lasted a day is taken back, without a trace but its events */
  async endRoles(tx: Tx, ids: string[], endsBefore: string): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.roles.byIds(tx, ids);
    await this.roles.end(tx, ids, endsBefore);
    await this.events.append(
      tx,
      ...rows.map((row) =>
        roleEvent(
          'role.ended',
          { ...row, version: row.version + 1 },
          { field: roleWords(row), from: row.person_name, to: null },
          endsBefore,
        ),
      ),
    );
  }

  async recordAbsences(tx: Tx, absences: WithoutId<NewAbsence>[]): Promise<string[]> {
    const rows = absences.map(withId);
    await this.absences.insert(tx, rows);
    await this.events.append(
      tx,
      ...rows.map((row) => ({
        name: 'absence.recorded' satisfies OrganizationEvent,
        subjectType: 'Absence',
        subjectId: row.id,
        subjectVersion: 1,
        payload: { changes: [{ field: 'absence', from: null, to: absenceWords(row.startsOn, row.endsBefore) }] },
      })),
    );
    return rows.map((row) => row.id);
  }

  private async created(
    tx: Tx,
    name: OrganizationEvent,
    subjectType: string,
    rows: { id: string; name: string }[],
  ): Promise<string[]> {
    const events = rows.map((row) => ({
      name,
      subjectType,
      subjectId: row.id,
      subjectVersion: 1,
      payload: { changes: [{ field: 'name', from: null, to: row.name }] },
    }));
    await this.events.append(tx, ...events);
    return rows.map((row) => row.id);
  }
}

function withId<T extends { id?: string }>(row: T): T & { id: string } {
  return { ...row, id: row.id ?? newId() };
}

export function roleEvent(name: OrganizationEvent, row: RoleFacts, change: FieldChange, note?: string): NewEvent {
  return {
    name,
    subjectType: 'RoleAssignment',
    subjectId: row.id,
    subjectVersion: row.version,
    payload: { changes: [change], ...(note !== undefined && { note }) },
  };
}

/** "Backup Scrum Master of Payments". */
export function roleWords({ role, kind, scope_name }: Pick<RoleFacts, 'role' | 'kind' | 'scope_name'>): string {
  const title = `${ROLE_TITLES[role]} of ${scope_name}`;
  return kind === 'PRIMARY' ? title : `${ROLE_KIND_TITLES[kind]} ${title}`;
}

/** Back on the second day: the range is half-open. */
export function absenceWords(startsOn: string, endsBefore: string): string {
  return `${startsOn} to before ${endsBefore}`;
}
