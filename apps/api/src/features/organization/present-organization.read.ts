import type {
  IdentityBook,
  PresentAbsence,
  PresentAssignment,
  PresentOrganization,
  PresentPerson,
  PresentPlace,
} from '@chapterhouse/domain/imports/present-organization';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** The organization as a planner needs it: a handful of statements, whatever its size. */
@Injectable()
export class PresentOrganizationRead {
  async load(tx: Tx, identities: IdentityBook): Promise<PresentOrganization> {
    const of = [tx.organizationId];
    return {
      identities,
      places: await tx.query<PresentPlace & Row>(PLACES, of),
      people: await tx.query<PresentPerson & Row>(
        'select id, name, email, deactivated_at is not null as "isDeactivated", version from people where organization_id = $1',
        of,
      ),
      assignments: await tx.query<PresentAssignment & Row>(ASSIGNMENTS, of),
      absences: await tx.query<PresentAbsence & Row>(ABSENCES, of),
    };
  }
}

type Row = Record<string, unknown>;

const PLACES = `
  select 'product' as kind, id, name, '' as purpose, null::uuid as "parentId", null::date as "archivedOn", version
    from products where organization_id = $1
  union all select 'area', id, name, purpose, product_id, archived_on, version from areas where organization_id = $1
  union all select 'team', id, name, purpose, area_id, archived_on, version from teams where organization_id = $1`;

const ASSIGNMENTS = `
  select id, person_id as "personId", role, kind, scope_id as "scopeId", starts_on as "startsOn", ends_before as "endsBefore",
         share_percent as "sharePercent", version
    from role_assignments where organization_id = $1`;

const ABSENCES = `
  select id, person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore", version
    from absences where organization_id = $1`;
