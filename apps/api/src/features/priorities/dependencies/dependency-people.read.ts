import type {
  AbsenceFact,
  AccountabilityFacts,
  AssignmentFact,
} from '@chapterhouse/domain/organization/accountability';
import { ANSWERING_ROLES } from '@chapterhouse/domain/priorities/dependency-people';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { consumerPlaceOf, type DependencyRow, providerPlaceOf } from './dependency-row.js';

/** Who answers around dependencies: two statements, whatever their number. */
@Injectable()
export class DependencyPeopleRead {
  /** @param day YYYY-MM-DD where the organization is */
  async around(tx: Tx, rows: readonly DependencyRow[], day: string): Promise<AccountabilityFacts> {
    if (rows.length === 0) return { assignments: [], absences: [] };
    const scopeIds = rows.flatMap((row) =>
      [consumerPlaceOf(row), providerPlaceOf(row)].flatMap(({ teamId, areaId, productId }) =>
        [teamId, areaId, productId].flatMap((id) => id ?? []),
      ),
    );
    const assignments = await tx.query<AssignmentFact & Record<string, unknown>>(ASSIGNMENTS, [
      tx.organizationId,
      [...new Set(scopeIds)],
      ANSWERING_ROLES,
      day,
    ]);
    const people = [...assignments.map(({ personId }) => personId), ...rows.map((row) => row.requested_by)];
    const absences = await tx.query<AbsenceFact & Record<string, unknown>>(
      `select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
        where organization_id = $1 and person_id = any($2::uuid[]) and ends_before > $3`,
      [tx.organizationId, [...new Set(people)], day],
    );
    return { assignments, absences };
  }
}

/** Of people who have left nobody is waited for. */
const ASSIGNMENTS = `
  select r.id, r.person_id as "personId", r.role, r.kind, r.scope_id as "scopeId", r.share_percent as "sharePercent",
         r.starts_on as "startsOn", r.ends_before as "endsBefore"
    from role_assignments r
    join people p on p.organization_id = r.organization_id and p.id = r.person_id and p.deactivated_at is null
   where r.organization_id = $1 and r.scope_id = any($2::uuid[]) and r.role = any($3::text[]) and r.during @> $4::date
   order by r.id`;
