import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ThingName } from '../../platform/graphql/thing-names.js';
import type { AreaRow } from './area.graphql.js';
import { ORGANIZATION_COLUMNS, type OrganizationRow } from './organization.graphql.js';
import type { ProductRow } from './product.graphql.js';
import { Structure, type StructureRow } from './structure.js';
import type { TeamRow } from './team.graphql.js';

/** An area or team where it stands, with what contains it. */
export type AreaFacts = AreaRow & { product_name: string };
export type TeamFacts = TeamRow & { product_id: string; area_name: string };

/** A scope of roles: its name, whether it is closed, and what contains it. */
export interface ScopeFacts {
  id: string;
  name: string;
  archived_on: string | null;
  product_id: string | null;
  area_id: string | null;
  team_id: string | null;
}

export interface NewProduct {
  id: string;
  name: string;
}
export interface NewArea {
  id: string;
  productId: string;
  name: string;
  purpose?: string | undefined;
}
export interface NewTeam {
  id: string;
  areaId: string;
  name: string;
  purpose?: string | undefined;
}

/** Organization, products, areas, teams. What is read to be changed is locked until the transaction ends. */
@Injectable()
export class StructureRepository {
  /** Everything at once: two statements, however large. */
  async load(tx: Tx): Promise<Structure> {
    const organization = await this.organization(tx);
    if (!organization) throw new Error('The organization of this transaction does not exist.');
    return new Structure(organization, await tx.query<StructureRow>(STRUCTURE, [tx.organizationId]));
  }

  organization(tx: Tx, lock: '' | 'for no key update' = ''): Promise<OrganizationRow | undefined> {
    return tx.one<OrganizationRow & Row>(
      `select ${ORGANIZATION_COLUMNS} from organizations where organization_id = $1 ${lock}`,
      [tx.organizationId],
    );
  }

  teamNames(tx: Tx, ids: readonly string[]): Promise<ThingName[]> {
    return tx.query('select id as asked, name from teams where organization_id = $1 and id = any($2::uuid[])', [
      tx.organizationId,
      ids,
    ]);
  }

  product(tx: Tx, id: string): Promise<ProductRow | undefined> {
    return tx.one<ProductRow & Row>(
      'select id, name, version from products where organization_id = $1 and id = $2 for update',
      [tx.organizationId, id],
    );
  }

  /** @param lock `share` when something is put into the area: it cannot be archived meanwhile */
  area(tx: Tx, id: string, lock: 'update' | 'share' = 'update'): Promise<AreaFacts | undefined> {
    return tx.one<AreaFacts & Row>(
      `select a.id, a.product_id, a.name, a.purpose, a.archived_on, a.version, p.name as product_name
         from areas a join products p on p.organization_id = a.organization_id and p.id = a.product_id
        where a.organization_id = $1 and a.id = $2 for ${lock} of a`,
      [tx.organizationId, id],
    );
  }

  team(tx: Tx, id: string): Promise<TeamFacts | undefined> {
    return tx.one<TeamFacts & Row>(
      `select t.id, t.area_id, t.name, t.purpose, t.archived_on, t.version, a.product_id, a.name as area_name
         from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
        where t.organization_id = $1 and t.id = $2 for update of t`,
      [tx.organizationId, id],
    );
  }

  teamsById(tx: Tx, ids: string[]): Promise<TeamRow[]> {
    return tx.query<TeamRow & Row>(
      `select id, area_id, name, purpose, archived_on, version from teams
        where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  /** A scope that gets a role: it cannot be archived meanwhile. */
  scope(tx: Tx, kind: ScopeKind, id: string): Promise<ScopeFacts | undefined> {
    return tx.one<ScopeFacts & Row>(SCOPE[kind], [tx.organizationId, id]);
  }

  /** Whether PostgreSQL counts days by this name too: it knows fewer abbreviations than JavaScript, and other ones. */
  async knowsTimeZone(tx: Tx, name: string): Promise<boolean> {
    const row = await tx.one<{ known: boolean }>(
      'select exists (select from pg_timezone_names where name = $1) as known',
      [name],
    );
    return row?.known ?? false;
  }

  /** Names of the area's teams that still work on the day. */
  async liveTeams(tx: Tx, areaId: string, day: string): Promise<string[]> {
    const rows = await tx.query<{ name: string }>(
      `select name from teams where organization_id = $1 and area_id = $2 and (archived_on is null or archived_on > $3)
        order by lower(name) limit 100`,
      [tx.organizationId, areaId, day],
    );
    return rows.map((row) => row.name);
  }

  async insertProducts(tx: Tx, products: NewProduct[]): Promise<void> {
    await tx.run(
      `insert into products (organization_id, id, name)
       select $1, id, name from jsonb_to_recordset($2::jsonb) as n(id uuid, name text)`,
      [tx.organizationId, JSON.stringify(products)],
    );
  }

  async insertAreas(tx: Tx, areas: NewArea[]): Promise<void> {
    await tx.run(
      `insert into areas (organization_id, id, product_id, name, purpose)
       select $1, id, "productId", name, coalesce(purpose, '')
         from jsonb_to_recordset($2::jsonb) as n(id uuid, "productId" uuid, name text, purpose text)`,
      [tx.organizationId, JSON.stringify(areas)],
    );
  }

  async insertTeams(tx: Tx, teams: NewTeam[]): Promise<void> {
    await tx.run(
      `insert into teams (organization_id, id, area_id, name, purpose)
       select $1, id, "areaId", name, coalesce(purpose, '')
         from jsonb_to_recordset($2::jsonb) as n(id uuid, "areaId" uuid, name text, purpose text)`,
      [tx.organizationId, JSON.stringify(teams)],
    );
  }

  async updateOrganization(tx: Tx, row: OrganizationRow): Promise<void> {
    await tx.run(
      `update organizations set name = $3, time_zone = $4, working_days = $5, working_day_starts = $6, working_day_ends = $7,
              holidays = $8, holiday_names = $9, version = version + 1
        where organization_id = $1 and version = $2`,
      [
        tx.organizationId,
        row.version,
        row.name,
        row.time_zone,
        row.working_days,
        row.working_day_starts,
        row.working_day_ends,
        row.holidays,
        JSON.stringify(row.holiday_names),
      ],
    );
  }

  async updateProduct(tx: Tx, row: ProductRow): Promise<void> {
    await tx.run(
      'update products set name = $4, version = version + 1 where organization_id = $1 and id = $2 and version = $3',
      [tx.organizationId, row.id, row.version, row.name],
    );
  }

  async updateArea(tx: Tx, row: AreaRow): Promise<void> {
    await tx.run(
      `update areas set name = $4, purpose = $5, archived_on = $6, version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, row.id, row.version, row.name, row.purpose, row.archived_on],
    );
  }

  async updateTeam(tx: Tx, row: TeamRow): Promise<void> {
    await tx.run(
      `update teams set name = $4, purpose = $5, archived_on = $6, area_id = $7, version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, row.id, row.version, row.name, row.purpose, row.archived_on, row.area_id],
    );
  }
}

type Row = Record<string, unknown>;

const STRUCTURE = `
  select kind, id, parent_id, name, purpose, archived_on, version from (
    select 'PRODUCT' as kind, id, organization_id as parent_id, name, '' as purpose, null::date as archived_on, version
      from products where organization_id = $1
    union all
    select 'AREA', id, product_id, name, purpose, archived_on, version from areas where organization_id = $1
    union all
    select 'TEAM', id, area_id, name, purpose, archived_on, version from teams where organization_id = $1) s
  order by lower(name), id`;

const SCOPE: Record<ScopeKind, string> = {
  ORGANIZATION: `select organization_id as id, name, null as archived_on, null as product_id, null as area_id, null as team_id
    from organizations where organization_id = $1 and organization_id = $2`,
  PRODUCT: `select id, name, null as archived_on, id as product_id, null as area_id, null as team_id
    from products where organization_id = $1 and id = $2 for share`,
  AREA: `select id, name, archived_on, product_id, id as area_id, null as team_id
    from areas where organization_id = $1 and id = $2 for share`,
  TEAM: `select t.id, t.name, t.archived_on, a.product_id, t.area_id, t.id as team_id
    from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
   where t.organization_id = $1 and t.id = $2 for share of t`,
};
