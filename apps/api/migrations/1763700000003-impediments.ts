import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Backlog items and sprints as minimal records, sources, impediments and what hangs on them. */
export class Impediments1763700000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sprints (
        organization_id uuid not null,
        id uuid not null,
        team_id uuid not null,
        name text not null,
        state text not null check (state in ('FUTURE', 'ACTIVE', 'CLOSED')),
        starts_at timestamptz,
        ends_at timestamptz,
        completed_at timestamptz,
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, team_id) references teams
      );
      create index sprints_by_team on sprints (organization_id, team_id, starts_at);
      ${tenantTable('sprints')}

      create table backlog_items (
        organization_id uuid not null,
        id uuid not null,
        external_key text not null,
        title text not null,
        type text not null,
        state text not null check (state in ('DRAFT', 'READY', 'IN_PROGRESS', 'DONE', 'DROPPED')),
        team_id uuid,
        points numeric,
        parent_key text,
        created_at timestamptz not null,
        resolved_at timestamptz,
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, team_id) references teams
      );
      create unique index backlog_items_by_key on backlog_items (organization_id, external_key);
      create index backlog_items_by_team on backlog_items (organization_id, team_id);
      ${tenantTable('backlog_items')}

      create table sprint_items (
        organization_id uuid not null,
        sprint_id uuid not null,
        item_id uuid not null,
        primary key (organization_id, sprint_id, item_id),
        foreign key (organization_id, sprint_id) references sprints on delete cascade,
        foreign key (organization_id, item_id) references backlog_items on delete cascade
      );
      create index sprint_items_by_item on sprint_items (organization_id, item_id);
      ${tenantTable('sprint_items')}

      create table impediment_levels (
        organization_id uuid not null references organizations,
        level smallint not null check (level between 1 and 3),
        name text not null check (length(name) between 1 and 100),
        clock_working_hours integer not null check (clock_working_hours between 1 and 2000),
        primary key (organization_id, level)
      );
      ${tenantTable('impediment_levels')}

      create table impediment_counters (
        organization_id uuid primary key references organizations,
        last_number integer not null default 0
      );
      ${tenantTable('impediment_counters')}

      create table sources (
        organization_id uuid not null references organizations,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        kind text not null check (kind in ('TEAM', 'DEPARTMENT', 'SERVICE', 'VENDOR', 'POLICY')),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create unique index sources_one_name on sources (organization_id, lower(name));
      ${tenantTable('sources')}

      create table impediments (
        organization_id uuid not null,
        id uuid not null,
        number integer not null,
        title text not null check (length(title) between 1 and 200),
        description text not null default '' check (length(description) <= 20000),
        category text not null,
        severity text check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
        state text not null check (state in ('RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'DECLINED', 'DUPLICATE')),
        level smallint not null default 1 check (level between 1 and 3),
        level_since timestamptz not null,
        clock_ends_at timestamptz,
        raised_by uuid not null,
        raised_at timestamptz not null,
        raising_team_id uuid not null,
        source_id uuid,
        owner_id uuid,
        due_on date,
        next_step text not null default '',
        resolution text not null default '',
        decline_reason text not null default '',
        duplicate_of_id uuid,
        triaged_at timestamptz,
        started_at timestamptz,
        resolved_at timestamptz,
        closed_at timestamptz,
        reopened_count integer not null default 0,
        updated_at timestamptz not null,
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, raised_by) references people (organization_id, id),
        foreign key (organization_id, raising_team_id) references teams (organization_id, id),
        foreign key (organization_id, source_id) references sources (organization_id, id),
        foreign key (organization_id, owner_id) references people (organization_id, id),
        foreign key (organization_id, duplicate_of_id) references impediments (organization_id, id),
        constraint impediments_triaged_needs check (
          state in ('RAISED', 'DECLINED', 'DUPLICATE', 'CLOSED') or (owner_id is not null and severity is not null)),
        constraint impediments_resolved_needs check (state not in ('RESOLVED', 'CLOSED') or (resolution <> '' and resolved_at is not null)),
        constraint impediments_declined_needs check (state <> 'DECLINED' or decline_reason <> ''),
        constraint impediments_duplicate_needs check ((state = 'DUPLICATE') = (duplicate_of_id is not null))
      ) with (fillfactor = 80);
      create unique index impediments_by_number on impediments (organization_id, number);
      create index impediments_open on impediments (organization_id, raised_at)
        where state in ('RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED');
      create index impediments_ended on impediments (organization_id, updated_at desc, id)
        where state in ('CLOSED', 'DECLINED', 'DUPLICATE');
      create index impediments_by_team on impediments (organization_id, raising_team_id);
      create index impediments_by_owner on impediments (organization_id, owner_id) where owner_id is not null;
      create index impediments_by_title on impediments using gin (title gin_trgm_ops);
      ${tenantTable('impediments')}

      create table impediment_teams (
        organization_id uuid not null,
        impediment_id uuid not null,
        team_id uuid not null,
        added_by uuid,
        added_at timestamptz not null default now(),
        primary key (organization_id, impediment_id, team_id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        foreign key (organization_id, team_id) references teams,
        foreign key (organization_id, added_by) references people (organization_id, id)
      );
      create index impediment_teams_by_team on impediment_teams (organization_id, team_id);
      ${tenantTable('impediment_teams')}

      create table impediment_items (
        organization_id uuid not null,
        impediment_id uuid not null,
        external_key text not null check (length(external_key) between 1 and 100),
        item_id uuid,
        primary key (organization_id, impediment_id, external_key),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        foreign key (organization_id, item_id) references backlog_items
      );
      ${tenantTable('impediment_items')}

      create table impediment_comments (
        organization_id uuid not null,
        impediment_id uuid not null,
        id uuid not null,
        author_id uuid not null,
        body text not null check (length(body) between 1 and 20000),
        at timestamptz not null,
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        foreign key (organization_id, author_id) references people (organization_id, id)
      );
      create index impediment_comments_by_impediment on impediment_comments (organization_id, impediment_id, at);
      ${tenantTable('impediment_comments')}

      create table impediment_watchers (
        organization_id uuid not null,
        impediment_id uuid not null,
        person_id uuid not null,
        primary key (organization_id, impediment_id, person_id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        foreign key (organization_id, person_id) references people
      );
      ${tenantTable('impediment_watchers')}

      create table impediment_votes (
        organization_id uuid not null,
        impediment_id uuid not null,
        person_id uuid not null,
        primary key (organization_id, impediment_id, person_id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        foreign key (organization_id, person_id) references people
      );
      ${tenantTable('impediment_votes')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
