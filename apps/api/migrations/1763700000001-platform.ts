import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Roles, context, doorways, accounts, sessions, the event log, idempotency, shared rate limits. */
export class Platform1763700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;

      do $$ begin
        create role chapterhouse_app nologin;
      exception when duplicate_object or unique_violation then null; end $$;
      -- PostgreSQL 16 and later: a role that is not superuser may only SET ROLE to roles granted to it.
      do $$ begin
        execute format('grant chapterhouse_app to %I', current_user);
      exception when others then null; end $$;
      grant usage on schema public to chapterhouse_app;

      create function chapterhouse_organization() returns uuid language sql stable parallel safe as $$
        select nullif(current_setting('chapterhouse.organization_id', true), '')::uuid
      $$;

      create table organizations (
        organization_id uuid primary key,
        slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
        name text not null check (length(name) between 1 and 200),
        time_zone text not null default 'UTC',
        working_days smallint[] not null default '{1,2,3,4,5}',
        working_day_starts smallint not null default 9,
        working_day_ends smallint not null default 17,
        holidays date[] not null default '{}',
        demo boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null default now()
      );
      ${tenantTable('organizations')}

      -- How a request that has no organization yet finds it. Holds hashes only; readable without context on purpose.
      create table doorways (
        organization_id uuid not null references organizations,
        kind text not null check (kind in ('slug', 'email', 'demo')),
        key_hash bytea not null,
        primary key (organization_id, kind, key_hash)
      );
      create index doorways_by_key on doorways (kind, key_hash);
      create unique index doorways_one_slug on doorways (key_hash) where kind = 'slug';
      alter table doorways enable row level security;
      alter table doorways force row level security;
      create policy find on doorways for select using (true);
      create policy tenant_insert on doorways for insert with check (organization_id = (select chapterhouse_organization()));
      create policy tenant_delete on doorways for delete using (organization_id = (select chapterhouse_organization()));
      grant select, insert, delete on doorways to chapterhouse_app;

      create table events (
        organization_id uuid not null references organizations,
        id bigint generated always as identity,
        xid xid8 not null default pg_current_xact_id(),
        name text not null check (name ~ '^[a-z-]+[.][a-z-]+$'),
        subject_type text not null,
        subject_id uuid not null,
        subject_version integer not null,
        actor_person_id uuid,
        cause text,
        request_id text,
        payload jsonb not null default '{}',
        at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create index events_by_cursor on events (organization_id, xid, id);
      create index events_by_subject on events (organization_id, subject_id, id);
      alter table events enable row level security;
      alter table events force row level security;
      create policy tenant on events
        using (organization_id = (select chapterhouse_organization()))
        with check (organization_id = (select chapterhouse_organization()));
      -- An audit trail is appended to, never edited.
      grant select, insert on events to chapterhouse_app;

      create table event_consumers (
        organization_id uuid not null references organizations,
        consumer text not null,
        xid xid8 not null,
        event_id bigint not null,
        primary key (organization_id, consumer)
      );
      ${tenantTable('event_consumers')}

      create table idempotency_keys (
        organization_id uuid not null references organizations,
        person_id uuid not null,
        key text not null check (length(key) between 8 and 200),
        operation text not null,
        input_hash bytea not null,
        result jsonb not null,
        created_at timestamptz not null default now(),
        primary key (organization_id, person_id, key)
      );
      create index idempotency_keys_by_age on idempotency_keys (organization_id, created_at);
      ${tenantTable('idempotency_keys')}

      -- Shared by all processes; no organization, no person: hashes of what is limited, and a count.
      create unlogged table rate_limits (
        bucket bytea primary key,
        window_ends_at timestamptz not null,
        hits integer not null
      );
      grant select, insert, update, delete on rate_limits to chapterhouse_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}
