import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** The inbox, what reactions failed at, who sent which invitation, and how the demo is forgotten. */
export class Inbox1763700000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox_entries (
        organization_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        reason text not null check (reason in ('MENTIONED', 'ASSIGNED', 'OWNER', 'WATCHING', 'RAISED_BY_YOU', 'YOUR_TEAM')),
        event_name text not null,
        -- What is one message: the transaction of the change, so that a bulk change is one and not five hundred.
        occasion text not null,
        -- The events that it tells of, oldest first; an id is in one entry of a person at most.
        event_ids bigint[] not null check (cardinality(event_ids) > 0),
        actor_id uuid,
        impediment_id uuid,
        excerpt text not null default '' check (length(excerpt) <= 200),
        at timestamptz not null,
        read_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people,
        foreign key (organization_id, actor_id) references people (organization_id, id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade
      );
      create unique index inbox_entries_once on inbox_entries (organization_id, person_id, occasion, event_name);
      create index inbox_entries_by_person on inbox_entries (organization_id, person_id, at desc, id desc);
      create index inbox_entries_unread on inbox_entries (organization_id, person_id, at desc, id desc) where read_at is null;
      create index inbox_entries_by_occasion on inbox_entries (organization_id, occasion);
      create index inbox_entries_by_impediment on inbox_entries (organization_id, impediment_id);
      create index inbox_entries_to_sweep on inbox_entries (organization_id, at) where read_at is not null;
      ${tenantTable('inbox_entries')}

      -- Where a reaction stands still: the event that it fails at, how often it did, and when it tries again.
      alter table event_consumers add column failing_id bigint;
      alter table event_consumers add column attempts smallint not null default 0;
      alter table event_consumers add column retry_at timestamptz;

      -- Events that a reaction gave up on; 'verify' lists them until somebody deletes the row.
      create table events_set_aside (
        organization_id uuid not null references organizations,
        id uuid not null,
        consumer text not null,
        event_id bigint not null,
        event_name text not null,
        attempts smallint not null,
        -- The id under which the error is in the log.
        error_id text not null,
        at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create unique index events_set_aside_once on events_set_aside (organization_id, consumer, event_id);
      ${tenantTable('events_set_aside')}

      create index invitations_by_sender on invitations (organization_id, invited_by, created_at)
        where accepted_at is null and revoked_at is null;

      -- The app may not delete events. A demo is told anew as a whole: all rows of its organization, and of no real one.
      create function chapterhouse_forget_demo(forgotten uuid)
        returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        before text := current_setting('chapterhouse.organization_id', true);
        tenant regclass;
      begin
        perform set_config('chapterhouse.organization_id', forgotten::text, true);
        if not exists (select from public.organizations o where o.organization_id = forgotten and o.demo) then
          raise exception 'Only a demo may be forgotten.' using errcode = 'insufficient_privilege';
        end if;
        -- Who points to others goes first.
        for tenant in
          with recursive tenants as (
            select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          ), arrows as (
            select distinct conrelid as child, confrelid as parent from pg_constraint
             where contype = 'f' and conrelid <> confrelid
          ), depths(oid, depth) as (
            select oid, 0 from tenants
            union
            select arrows.parent, depths.depth + 1 from depths join arrows on arrows.child = depths.oid
             where depths.depth < 30
          )
          select oid::regclass from depths group by oid order by max(depth)
        loop
          execute format('delete from %s where organization_id = $1', tenant) using forgotten;
        end loop;
        perform set_config('chapterhouse.organization_id', coalesce(before, ''), true);
      end $$;
      revoke all on function chapterhouse_forget_demo from public;
      grant execute on function chapterhouse_forget_demo to chapterhouse_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
