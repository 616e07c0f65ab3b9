import {
  accountableFor,
  type AbsenceFact,
  type AssignmentFact,
} from '@chapterhouse/domain/organization/accountability';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { ASSIGNMENT_FACT } from './organization-overview.read.js';

/**
 * Where somebody does the work of a role on a day: as its holder of any kind but backup, and as a backup while it is
 * theirs to answer. Two statements, whatever the number of scopes.
 */
@Injectable()
export class AnswersForRead {
  /**
   * @param day YYYY-MM-DD where the organization is
   * @returns the database's ids of teams and areas, and of the organization itself, by role
   */
  async scopes(tx: Tx, personId: string, roles: readonly Role[], day: string): Promise<Map<Role, string[]>> {
    const assignments = await tx.query<AssignmentFact & Record<string, unknown>>(ASSIGNMENTS, [
      tx.organizationId,
      roles,
      day,
      personId,
    ]);
    const absences = assignments.length === 0 ? [] : await this.absences(tx, assignments, day);
    const found = new Map<Role, string[]>();
    for (const held of assignments) {
      if (held.personId !== personId) continue;
      const standsIn = accountableFor({ assignments, absences }, held.scopeId, held.role, day).personId === personId;
      if (held.kind === 'BACKUP' && !standsIn) continue;
      found.set(held.role, [...(found.get(held.role) ?? []), held.scopeId]);
    }
    return found;
  }

  private absences(tx: Tx, assignments: readonly AssignmentFact[], day: string): Promise<AbsenceFact[]> {
    return tx.query<AbsenceFact & Record<string, unknown>>(
      `select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
        where organization_id = $1 and person_id = any($2::uuid[]) and ends_before > $3`,
      [tx.organizationId, assignments.map((held) => held.personId), day],
    );
  }
}

/** Everybody who holds the same role in the same scope as the person. */
const ASSIGNMENTS = `
  select ${ASSIGNMENT_FACT} from role_assignments
   where organization_id = $1 and role = any($2::text[]) and during @> $3::date
     and (role, scope_id) in (
       select role, scope_id from role_assignments
        where organization_id = $1 and person_id = $4 and role = any($2::text[]) and during @> $3::date)`;
