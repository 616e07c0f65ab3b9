import type { Role } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** Somebody who holds a role today. */
export interface PrimaryHolder extends Record<string, unknown> {
  person_id: string;
  name: string;
  role: Role;
  scope_name: string;
}

/** A few holders of each role today, those with the widest view first: whom a visitor of the demo may be. */
@Injectable()
export class PrimaryHoldersRead {
  load(tx: Tx): Promise<PrimaryHolder[]> {
    return tx.query<PrimaryHolder>(HOLDERS, [tx.organizationId]);
  }
}

const HOLDERS = `
  with today as (select (now() at time zone time_zone)::date as day from organizations where organization_id = $1),
  holders as (
    select r.role, p.id as person_id, p.name, coalesce(t.name, a.name, d.name, o.name) as scope_name,
           row_number() over (partition by r.role order by coalesce(a.name, ta.name), t.name, p.id) as place
      from role_assignments r
      join today on r.during @> today.day
      join people p on p.organization_id = r.organization_id and p.id = r.person_id and p.deactivated_at is null
      join organizations o on o.organization_id = r.organization_id
      left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
      left join areas ta on ta.organization_id = r.organization_id and ta.id = t.area_id
      left join areas a on a.organization_id = r.organization_id and a.id = r.area_id
      left join products d on d.organization_id = r.organization_id and d.id = r.product_id
     where r.organization_id = $1 and r.kind = 'PRIMARY')
  select role, person_id, name, scope_name from holders
   where place <= case role when 'DEVELOPER' then 3 when 'SCRUM_MASTER' then 3 when 'AREA_PRODUCT_OWNER' then 2 when 'PRODUCT_OWNER' then 2 when 'EXECUTIVE_ACTION_TEAM' then 2 else 1 end
   order by array_position(array['CHIEF_PRODUCT_OWNER','AREA_PRODUCT_OWNER','PRODUCT_OWNER','SCRUM_OF_SCRUMS_MASTER','SCRUM_MASTER','DEVELOPER','TECHNICAL_LEAD','AGILE_COACH','EXECUTIVE_ACTION_TEAM','STAKEHOLDER','ADMINISTRATOR'], role), place`;
