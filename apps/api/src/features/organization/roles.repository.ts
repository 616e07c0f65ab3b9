import type { HeldRole } from '@chapterhouse/domain/organization/assignable-roles';
import type { Role, RoleKind, ScopeKind } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { RoleAssignmentRow } from './role-assignment.graphql.js';

/** An assignment with its holder's name and all that contains its scope. */
export type RoleFacts = RoleAssignmentRow & {
  person_name: string;
  product_id: string | null;
  area_id: string | null;
  team_id: string | null;
};

/** The role where it is held, as the policy asks for it. */
export function heldRole(row: Pick<RoleFacts, 'role' | 'product_id' | 'area_id' | 'team_id'>): HeldRole {
  return { role: row.role, productId: row.product_id, areaId: row.area_id, teamId: row.team_id };
}

/** @throws by constraint `role_assignments_one_primary`, `role_assignments_no_double` */
export interface NewRole {
  id: string;
  personId: string;
  role: Role;
  kind: RoleKind;
  scopeKind: ScopeKind;
  scopeId: string;
  /** YYYY-MM-DD; null: since ever. */
  startsOn: string | null;
  /** YYYY-MM-DD, exclusive; null: no end. */
  endsBefore: string | null;
  sharePercent?: number | null | undefined;
}

@Injectable()
export class RolesRepository {
  byId(tx: Tx, id: string, lock: '' | 'for update of r' = ''): Promise<RoleFacts | undefined> {
    return tx.one<RoleFacts & Row>(`${ROLE} where r.organization_id = $1 and r.id = $2 ${lock}`, [
      tx.organizationId,
      id,
    ]);
  }

  byIds(tx: Tx, ids: string[]): Promise<RoleFacts[]> {
    return tx.query<RoleFacts & Row>(`${ROLE} where r.organization_id = $1 and r.id = any($2::uuid[])`, [
      tx.organizationId,
      ids,
    ]);
  }

  /** Past and future too, the latest first. */
  ofPeople(tx: Tx, personIds: string[]): Promise<RoleFacts[]> {
    return tx.query<RoleFacts & Row>(
      `${ROLE} where r.organization_id = $1 and r.person_id = any($2::uuid[]) ${LATEST}`,
      [tx.organizationId, personIds],
    );
  }

  ofScopes(tx: Tx, scopeIds: string[]): Promise<RoleFacts[]> {
    return tx.query<RoleFacts & Row>(
      `${ROLE} where r.organization_id = $1 and r.scope_id = any($2::uuid[]) ${LATEST}`,
      [tx.organizationId, scopeIds],
    );
  }

  /** The ids of what the person holds on the day or later, locked. */
  async heldFrom(tx: Tx, personId: string, day: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from role_assignments where organization_id = $1 and person_id = $2
          and (ends_before is null or ends_before > $3) order by id for update`,
      [tx.organizationId, personId, day],
    );
    return rows.map((row) => row.id);
  }

  /** Another assignment of the role in the scope that lasts in (part of) these days: the primary, or this person's. */
  overlapping(tx: Tx, role: NewRole, whose: 'primary' | 'own'): Promise<RoleFacts | undefined> {
    return tx.one<RoleFacts & Row>(
      `${ROLE} where r.organization_id = $1 and r.role = $2 and r.scope_id = $3 and r.during && daterange($4, $5, '[)')
          and (case when $6::uuid is null then r.kind = 'PRIMARY' else r.person_id = $6 end)
        order by r.starts_on nulls first limit 1`,
      [
        tx.organizationId,
        role.role,
        role.scopeId,
        role.startsOn,
        role.endsBefore,
        whose === 'own' ? role.personId : null,
      ],
    );
  }

  /** Changes of who holds what in a scope wait for one another: the constraint would make two of them a deadlock. */
  async queue(tx: Tx, scopeId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`role:${scopeId}`]);
  }

  async insert(tx: Tx, roles: NewRole[]): Promise<void> {
    await tx.run(INSERT, [tx.organizationId, JSON.stringify(roles)]);
  }

  /** Ends assignments on the day; one that would not have lasted a day is taken back instead. */
  async end(tx: Tx, ids: string[], endsBefore: string): Promise<void> {
    await tx.run(
      `with taken_back as (
         delete from role_assignments where organization_id = $1 and id = any($2::uuid[]) and starts_on >= $3)
       update role_assignments set ends_before = $3, version = version + 1
        where organization_id = $1 and id = any($2::uuid[]) and (starts_on is null or starts_on < $3)
          and (ends_before is null or ends_before > $3)`,
      [tx.organizationId, ids, endsBefore],
    );
  }

  /** Ends one and starts the other in one statement: no moment sees both or neither. */
  async handOver(tx: Tx, id: string, on: string, next: { id: string; personId: string }): Promise<void> {
    await tx.run(
      `with before as (
         select * from role_assignments where organization_id = $1 and id = $2),
       taken_back as (
         delete from role_assignments where organization_id = $1 and id = $2 and starts_on = $3 returning id),
       ended as (
         update role_assignments set ends_before = $3, version = version + 1
          where organization_id = $1 and id = $2 and (starts_on is null or starts_on < $3) returning id)
       insert into role_assignments (organization_id, id, person_id, role, kind, product_id, area_id, team_id,
         share_percent, starts_on, ends_before)
       select b.organization_id, $4, $5, b.role, b.kind, b.product_id, b.area_id, b.team_id, b.share_percent, $3, b.ends_before
         from before b join (select id from taken_back union all select id from ended) gone on gone.id = b.id`,
      [tx.organizationId, id, on, next.id, next.personId],
    );
  }

  /**
   * Whether, from the day on and without an end, somebody administers the organization.
   * @param withAccount only people who can sign in count
   */
  async administrated(tx: Tx, day: string, withAccount: boolean): Promise<boolean> {
    const row = await tx.one<{ yes: boolean }>(
      `select exists (
         select from role_assignments r join people p on p.organization_id = r.organization_id and p.id = r.person_id
          where r.organization_id = $1 and r.role = 'ADMINISTRATOR' and r.ends_before is null
            and (r.starts_on is null or r.starts_on <= $2) and p.deactivated_at is null
            and (not $3 or exists (select from accounts c where c.organization_id = p.organization_id
                   and c.person_id = p.id and c.disabled_at is null))) as yes`,
      [tx.organizationId, day, withAccount],
    );
    return row?.yes ?? false;
  }
}

type Row = Record<string, unknown>;

const ROLE = `
  select r.id, r.person_id, p.name as person_name, r.role, r.kind, r.scope_id, r.share_percent, r.starts_on, r.ends_before, r.version,
         case when r.team_id is not null then 'TEAM' when r.area_id is not null then 'AREA'
              when r.product_id is not null then 'PRODUCT' else 'ORGANIZATION' end as scope_kind,
         coalesce(t.name, a.name, d.name, o.name) as scope_name,
         r.team_id, coalesce(r.area_id, t.area_id) as area_id, coalesce(r.product_id, a.product_id, ta.product_id) as product_id
    from role_assignments r
    join organizations o on o.organization_id = r.organization_id
    join people p on p.organization_id = r.organization_id and p.id = r.person_id
    left join products d on d.organization_id = r.organization_id and d.id = r.product_id
    left join areas a on a.organization_id = r.organization_id and a.id = r.area_id
    left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
    left join areas ta on ta.organization_id = r.organization_id and ta.id = t.area_id`;

const LATEST = 'order by r.starts_on desc nulls last, r.id';

const INSERT = `
  insert into role_assignments (organization_id, id, person_id, role, kind, product_id, area_id, team_id,
    share_percent, starts_on, ends_before)
  select $1, id, "personId", role, kind, case when "scopeKind" = 'PRODUCT' then "scopeId" end,
         case when "scopeKind" = 'AREA' then "scopeId" end, case when "scopeKind" = 'TEAM' then "scopeId" end,
         "sharePercent", "startsOn", "endsBefore"
    from jsonb_to_recordset($2::jsonb) as n(id uuid, "personId" uuid, role text, kind text, "scopeKind" text, "scopeId" uuid,
      "sharePercent" smallint, "startsOn" date, "endsBefore" date)`;
