import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * Series of meetings, who is invited, and what differs on single dates. Dates that are as their series says are stored
 * nowhere. Wall-clock times are `timestamp` without a zone, to the minute; their zone is the series'.
 */
export class Cadences1763700000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERIES);
    await runner.query(INVITED);
    await runner.query(OCCURRENCES);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const SERIES = `
  create table cadences (
    organization_id uuid not null references organizations,
    id uuid not null,
    version integer not null default 1,
    kind text not null check (kind in ('SPRINT_PLANNING', 'DAILY_SCRUM', 'SPRINT_REVIEW', 'SPRINT_RETROSPECTIVE', 'REFINEMENT',
      'SCALED_DAILY_SCRUM', 'META_SCRUM', 'CHAPTER_TRIAGE', 'COP_MEETING', 'PRODUCT_REVIEW', 'STRATEGY_SESSION', 'SYNC', 'OWN')),
    name text not null check (length(name) between 1 and 200),
    scope_kind text not null check (scope_kind in ('ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM')),
    product_id uuid,
    area_id uuid,
    team_id uuid,
    scope_id uuid not null generated always as (coalesce(team_id, area_id, product_id, organization_id)) stored,
    -- Of a chapter's own meetings.
    chapter_id uuid,
    -- RFC 5545, without DTSTART, as the domain writes it. Null: takes place once.
    rule text check (length(rule) between 1 and 500),
    starts_at timestamp not null check (date_trunc('minute', starts_at) = starts_at),
    time_zone text not null check (length(time_zone) between 1 and 100),
    minutes integer not null check (minutes between 1 and 20160),
    place text not null default '' check (length(place) <= 500),
    agenda text not null default '' check (length(agenda) <= 20000),
    facilitation text not null check (facilitation in ('NONE', 'FIXED', 'ROTA')),
    facilitator_id uuid,
    -- Whose holders in the scope are invited, beside cadence_people.
    roles text[] not null default '{}' check (cardinality(roles) <= 11),
    -- The first day on which it no longer takes place.
    ends_before date,
    -- The last day on which it takes place, of rule and end; null: for ever. Kept for finding those of a time.
    last_on date,
    -- The series that it was split from, and the first of that line: itself for one that never was.
    follows_id uuid,
    root_id uuid not null,
    created_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, area_id) references areas (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, facilitator_id) references people (organization_id, id),
    foreign key (organization_id, follows_id) references cadences (organization_id, id),
    foreign key (organization_id, root_id) references cadences (organization_id, id),
    foreign key (organization_id, created_by) references people (organization_id, id),
    constraint cadences_one_scope check (
      num_nonnulls(product_id, area_id, team_id) = (scope_kind <> 'ORGANIZATION')::int
      and (scope_kind <> 'PRODUCT' or product_id is not null)
      and (scope_kind <> 'AREA' or area_id is not null)
      and (scope_kind <> 'TEAM' or team_id is not null)),
    constraint cadences_of_chapter check (chapter_id is null or scope_kind in ('ORGANIZATION', 'AREA')),
    constraint cadences_fixed_facilitator check ((facilitation = 'FIXED') = (facilitator_id is not null)),
    constraint cadences_follow_another check (follows_id <> id and (follows_id is null) = (root_id = id))
  ) with (fillfactor = 80);
  create index cadences_by_scope on cadences (organization_id, scope_id, starts_at);
  create index cadences_by_chapter on cadences (organization_id, chapter_id) where chapter_id is not null;
  create index cadences_by_start on cadences (organization_id, starts_at, last_on);
  create index cadences_by_root on cadences (organization_id, root_id);
  create index cadences_by_facilitator on cadences (organization_id, facilitator_id) where facilitator_id is not null;
  -- A line, not a tree.
  create unique index cadences_one_follows on cadences (organization_id, follows_id) where follows_id is not null;
  ${tenantTable('cadences')}
`;

const INVITED = `
  create table cadence_people (
    organization_id uuid not null,
    cadence_id uuid not null,
    person_id uuid not null,
    primary key (organization_id, cadence_id, person_id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index cadence_people_by_person on cadence_people (organization_id, person_id);
  ${tenantTable('cadence_people')}
`;

const OCCURRENCES = `
  -- What is of one date only. Its identity for everybody else is the series and the original start.
  create table occurrences (
    organization_id uuid not null,
    id uuid not null,
    cadence_id uuid not null,
    original_start timestamp not null check (date_trunc('minute', original_start) = original_start),
    -- 0: nothing of its own fields was changed yet; something else hangs on it.
    version integer not null default 0 check (version >= 0),
    -- SKIPPED: taken out without a trace.
    state text not null default 'PLANNED' check (state in ('PLANNED', 'CANCELLED', 'SKIPPED')),
    moved_to timestamp check (date_trunc('minute', moved_to) = moved_to),
    -- Null in all of these: as the series.
    minutes integer check (minutes between 1 and 20160),
    place text check (length(place) <= 500),
    agenda text check (length(agenda) <= 20000),
    name text check (length(name) between 1 and 200),
    facilitator_id uuid,
    -- Why it was cancelled or moved.
    reason text not null default '' check (length(reason) <= 2000),
    notes text not null default '' check (length(notes) <= 50000),
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id) on delete cascade,
    foreign key (organization_id, facilitator_id) references people (organization_id, id),
    constraint occurrences_cancelled_why check (state <> 'CANCELLED' or reason <> '')
  ) with (fillfactor = 80);
  create unique index occurrences_one_of_start on occurrences (organization_id, cadence_id, original_start);
  create index occurrences_by_move on occurrences (organization_id, moved_to) where moved_to is not null;
  create index occurrences_by_facilitator on occurrences (organization_id, facilitator_id) where facilitator_id is not null;
  ${tenantTable('occurrences')}
`;
