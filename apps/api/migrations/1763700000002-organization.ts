import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Products, areas, teams, people, dated roles, absences, accounts, sessions, invitations, external identities. */
export class Organization1763700000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table products (
        organization_id uuid not null references organizations,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      ${tenantTable('products')}

      create table areas (
        organization_id uuid not null,
        id uuid not null,
        product_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        purpose text not null default '',
        archived_on date,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, product_id) references products
      );
      create index areas_by_product on areas (organization_id, product_id);
      ${tenantTable('areas')}

      create table teams (
        organization_id uuid not null,
        id uuid not null,
        area_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        purpose text not null default '',
        archived_on date,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, area_id) references areas
      );
      create index teams_by_area on teams (organization_id, area_id);
      ${tenantTable('teams')}

      create table people (
        organization_id uuid not null references organizations,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 320),
        deactivated_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create index people_by_name on people (organization_id, lower(name));
      ${tenantTable('people')}

      create table role_assignments (
        organization_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        role text not null,
        kind text not null check (kind in ('PRIMARY', 'BACKUP', 'ACTING', 'ASSOCIATE')),
        product_id uuid,
        area_id uuid,
        team_id uuid,
        scope_id uuid generated always as (coalesce(team_id, area_id, product_id, organization_id)) stored,
        share_percent smallint check (share_percent between 1 and 100),
        starts_on date,
        ends_before date,
        during daterange generated always as (daterange(starts_on, ends_before, '[)')) stored,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people,
        foreign key (organization_id, product_id) references products,
        foreign key (organization_id, area_id) references areas,
        foreign key (organization_id, team_id) references teams,
        constraint role_assignments_dates check (ends_before is null or starts_on is null or ends_before > starts_on),
        constraint role_assignments_one_scope check (num_nonnulls(product_id, area_id, team_id) <= 1),
        constraint role_assignments_scope_of_role check (case role
          when 'CHIEF_PRODUCT_OWNER' then product_id is not null
          when 'AREA_PRODUCT_OWNER' then area_id is not null
          when 'PRODUCT_OWNER' then team_id is not null
          when 'SCRUM_MASTER' then team_id is not null
          when 'SCRUM_OF_SCRUMS_MASTER' then area_id is not null or num_nonnulls(product_id, area_id, team_id) = 0
          when 'TECHNICAL_LEAD' then area_id is not null or product_id is not null
          when 'DEVELOPER' then team_id is not null
          when 'STAKEHOLDER' then product_id is not null
          when 'AGILE_COACH' then num_nonnulls(product_id, area_id, team_id) = 0
          when 'ADMINISTRATOR' then num_nonnulls(product_id, area_id, team_id) = 0
          else false end),
        -- One primary holder per accountability and scope at any moment.
        constraint role_assignments_one_primary exclude using gist
          (organization_id with =, role with =, scope_id with =, during with &&)
          where (kind = 'PRIMARY' and role in ('CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'PRODUCT_OWNER',
            'SCRUM_MASTER', 'SCRUM_OF_SCRUMS_MASTER', 'TECHNICAL_LEAD')),
        -- One person does not hold the same role in the same scope twice at once.
        constraint role_assignments_no_double exclude using gist
          (organization_id with =, person_id with =, role with =, scope_id with =, during with &&)
      );
      create index role_assignments_by_scope on role_assignments (organization_id, scope_id, role);
      create index role_assignments_by_person on role_assignments (organization_id, person_id);
      ${tenantTable('role_assignments')}

      create table absences (
        organization_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        starts_on date not null,
        ends_before date not null,
        note text not null default '',
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people,
        check (ends_before > starts_on)
      );
      create index absences_by_person on absences (organization_id, person_id, starts_on);
      ${tenantTable('absences')}

      create table accounts (
        organization_id uuid not null,
        person_id uuid not null,
        email text not null,
        password_hash text not null,
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (organization_id, person_id),
        foreign key (organization_id, person_id) references people
      );
      create unique index accounts_one_email on accounts (organization_id, lower(email));
      ${tenantTable('accounts')}

      create table sessions (
        organization_id uuid not null,
        id uuid not null,
        token_hash bytea not null,
        person_id uuid not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people
      );
      create unique index sessions_by_token on sessions (organization_id, token_hash);
      create index sessions_by_person on sessions (organization_id, person_id) where revoked_at is null;
      ${tenantTable('sessions')}

      create table invitations (
        organization_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        email text not null,
        token_hash bytea not null,
        invited_by uuid not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        accepted_at timestamptz,
        revoked_at timestamptz,
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people,
        foreign key (organization_id, invited_by) references people (organization_id, id)
      );
      create unique index invitations_by_token on invitations (organization_id, token_hash);
      create unique index invitations_one_open on invitations (organization_id, person_id)
        where accepted_at is null and revoked_at is null;
      ${tenantTable('invitations')}

      -- Who a thing is in the file or system that it came from; what an import compares with.
      create table external_identities (
        organization_id uuid not null references organizations,
        source text not null,
        kind text not null,
        external_key text not null,
        entity_id uuid not null,
        content_hash bytea not null,
        primary key (organization_id, source, kind, external_key)
      );
      create index external_identities_by_entity on external_identities (organization_id, entity_id);
      ${tenantTable('external_identities')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
