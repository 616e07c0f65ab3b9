import {
  absentUntil,
  accountableFor,
  type AbsenceFact,
  type AssignmentFact,
} from '@chapterhouse/domain/organization/accountability';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { ASSIGNMENT_FACT } from './organization-overview.read.js';

/**
 * Who answers for people who are away: of each role that they hold, its acting holder or backup who is here. Where several
 * hold a role alike, a backup stands in for each of them who is away. Ids are the database's, days YYYY-MM-DD.
 */
@Injectable()
export class StandInsRead {
  /** By the person who is away, two statements for any number; those who are here have none. */
  async of(tx: Tx, personIds: readonly string[], day: string): Promise<Map<string, string[]>> {
    if (personIds.length === 0) return new Map();
    const assignments = await tx.query<Row>(BESIDE, [tx.organizationId, personIds, day]);
    const absences = await tx.query<AbsenceFact & Record<string, unknown>>(ABSENCES, [
      tx.organizationId,
      [...new Set([...personIds, ...assignments.map((held) => held.personId)])],
      day,
    ]);
    const away = personIds.filter((id) => absentUntil(absences, id, day) !== null);
    return new Map(away.map((id) => [id, standInsOf(id, assignments, absences, day)]));
  }

  /** The people who are away and for whom this one answers. */
  async heldBy(tx: Tx, personId: string, day: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(HELD_BESIDE, [tx.organizationId, personId, day]);
    const standIns = await this.of(
      tx,
      rows.map((row) => row.person_id),
      day,
    );
    return [...standIns].filter(([, ids]) => ids.includes(personId)).map(([id]) => id);
  }

  /** Everybody here who holds the role on the day, by name. */
  async holders(tx: Tx, role: Role, day: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(HOLDERS, [tx.organizationId, role, day]);
    return rows.map((row) => row.id);
  }
}

type Row = AssignmentFact & Record<string, unknown>;

function standInsOf(
  personId: string,
  assignments: readonly AssignmentFact[],
  absences: AbsenceFact[],
  day: string,
): string[] {
  const own = assignments.filter((held) => held.personId === personId && held.kind === 'PRIMARY');
  const answering = own.map(({ scopeId, role }) => {
    const instead = assignments.filter((held) => held.personId !== personId && held.kind !== 'PRIMARY');
    return accountableFor({ assignments: instead, absences }, scopeId, role, day).personId;
  });
  return [...new Set(answering.filter((id) => id !== null))];
}

/** Everything that is held on the day where one of the people is primary. */
const BESIDE = `
  select ${ASSIGNMENT_FACT} from role_assignments
   where organization_id = $1 and during @> $3::date and (role, scope_id) in (
     select role, scope_id from role_assignments
      where organization_id = $1 and person_id = any($2::uuid[]) and kind = 'PRIMARY' and during @> $3::date)`;

const ABSENCES = `
  select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
   where organization_id = $1 and person_id = any($2::uuid[]) and ends_before > $3`;

/** The primary holders of what the person is acting holder or backup of. */
const HELD_BESIDE = `
  select distinct r.person_id from role_assignments r
    join role_assignments own on own.organization_id = r.organization_id and own.role = r.role and own.scope_id = r.scope_id
     and own.person_id = $2 and own.kind in ('ACTING', 'BACKUP') and own.during @> $3::date
   where r.organization_id = $1 and r.kind = 'PRIMARY' and r.during @> $3::date`;

const HOLDERS = `
  select p.id from people p
   where p.organization_id = $1 and p.deactivated_at is null and exists (
     select from role_assignments r where r.organization_id = p.organization_id and r.person_id = p.id
        and r.role = $2 and r.kind <> 'BACKUP' and r.during @> $3::date)
   order by lower(p.name), p.id`;
