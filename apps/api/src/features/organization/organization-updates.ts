import type {
  AbsenceWrite,
  PersonWrite,
  PlaceWrite,
  RoleWrite,
} from '@chapterhouse/domain/imports/organization-writes';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import { inBatches } from '../../platform/database/in-batches.js';

/**
 * Changes to things that exist, in bulk, with their events. For imports, which have asked who may.
 */
@Injectable()
export class OrganizationUpdates {
  constructor(@Inject(EventLog) private readonly events: EventLog) {}

  async places(tx: Tx, places: PlaceWrite[]): Promise<void> {
    for (const kind of ['product', 'area', 'team'] as const)
      await this.write(
        tx,
        PLACES[kind],
        places.filter((place) => place.kind === kind),
        (place) => [
          event(
            place.changes.some(({ field }) => field === 'area') ? 'team.moved' : `${kind}.edited`,
            SUBJECTS[kind],
            place,
            place.changes,
          ),
        ],
      );
  }

  async people(tx: Tx, people: PersonWrite[]): Promise<void> {
    await this.write(tx, PEOPLE, people, (person) => [event('person.edited', 'Person', person, person.changes)]);
  }

  async roles(tx: Tx, roles: RoleWrite[]): Promise<void> {
    // Who stops being primary goes first, so that no two are it in between.
    for (const primary of [false, true])
      await this.write(
        tx,
        ROLES,
        roles.filter(({ kind }) => (kind === 'PRIMARY') === primary),
        (role) => [
          {
            ...event('role.assigned', 'RoleAssignment', role, role.changes),
            payload: { changes: role.changes, note: ROLE_TITLES[role.role] },
          },
        ],
      );
  }

  async absences(tx: Tx, absences: AbsenceWrite[]): Promise<void> {
    await this.write(tx, ABSENCES, absences, (absence) => [
      event('absence.recorded', 'Absence', absence, [
        { field: 'absence', from: null, to: `${absence.startsOn} to before ${absence.endsBefore}` },
      ]),
    ]);
  }

  private async write<T extends { id: string; version: number }>(
    tx: Tx,
    sql: string,
    rows: T[],
    eventsOf: (row: T) => NewEvent[],
  ): Promise<void> {
    await inBatches(rows, async (batch) => {
      const written = await tx.run(sql, [tx.organizationId, JSON.stringify(batch)]);
      if (written !== batch.length)
        throw new Error('Something was changed while the import was planned. Run it again.');
      await this.events.append(tx, ...batch.flatMap(eventsOf));
    });
  }
}

const SUBJECTS = { product: 'Product', area: 'Area', team: 'Team' } as const;

function event(name: string, subjectType: string, row: { id: string; version: number }, changes: object[]): NewEvent {
  return { name, subjectType, subjectId: row.id, subjectVersion: row.version + 1, payload: { changes } };
}

const PLACE = `from jsonb_to_recordset($2::jsonb) as n(id uuid, version int, name text, purpose text, "parentId" uuid, "archivedOn" date)`;
const SAME = 'where t.organization_id = $1 and t.id = n.id and t.version = n.version';
const PLACES = {
  product: `update products t set name = n.name, version = t.version + 1 ${PLACE} ${SAME}`,
  area: `update areas t set name = n.name, purpose = n.purpose, product_id = n."parentId", archived_on = n."archivedOn",
    version = t.version + 1 ${PLACE} ${SAME}`,
  team: `update teams t set name = n.name, purpose = n.purpose, area_id = n."parentId", archived_on = n."archivedOn",
    version = t.version + 1 ${PLACE} ${SAME}`,
};
const PEOPLE = `update people t set name = n.name, email = n.email, version = t.version + 1
  from jsonb_to_recordset($2::jsonb) as n(id uuid, version int, name text, email text) ${SAME}`;
const ROLES = `update role_assignments t set kind = n.kind, ends_before = n."endsBefore", share_percent = n."sharePercent",
    version = t.version + 1
  from jsonb_to_recordset($2::jsonb) as n(id uuid, version int, kind text, "endsBefore" date, "sharePercent" smallint) ${SAME}`;
const ABSENCES = `update absences t set ends_before = n."endsBefore", note = n.note, version = t.version + 1
  from jsonb_to_recordset($2::jsonb) as n(id uuid, version int, "endsBefore" date, note text) ${SAME}`;
