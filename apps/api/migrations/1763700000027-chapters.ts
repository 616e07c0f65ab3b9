import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Scrum Master chapters, what they share, and the sessions in which they triage. */
export class Chapters1763700000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHAPTERS);
    await runner.query(PRACTICES);
    await runner.query(SESSIONS);
    await runner.query(ITEMS);
    await runner.query(OF_A_SESSION);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const CHAPTERS = `
  create table chapters (
    organization_id uuid not null references organizations,
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    purpose text not null default '' check (length(purpose) <= 20000),
    -- Null: the organization's own.
    area_id uuid,
    scope_id uuid not null generated always as (coalesce(area_id, organization_id)) stored,
    version integer not null default 1,
    created_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, area_id) references areas,
    -- Its members follow from the scope: a second one would be the same people.
    constraint chapters_one_per_scope unique (organization_id, scope_id),
    -- For what must be where its chapter is.
    constraint chapters_with_scope unique (organization_id, id, scope_id)
  );
  ${tenantTable('chapters')}

  alter table cadences add constraint cadences_where_their_chapter_is
    foreign key (organization_id, chapter_id, scope_id) references chapters (organization_id, id, scope_id);
  alter table action_items add constraint action_items_chapter_fkey
    foreign key (organization_id, chapter_id) references chapters (organization_id, id);
`;

const PRACTICES = `
  create table practices (
    organization_id uuid not null,
    id uuid not null,
    chapter_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    words text not null check (length(words) between 1 and 20000),
    url text check (length(url) <= 2000),
    shared_by uuid not null,
    team_id uuid,
    shared_at timestamptz not null,
    -- Kept as a row, so that its events have something to tell of.
    removed_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, chapter_id) references chapters (organization_id, id),
    foreign key (organization_id, shared_by) references people (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id)
  );
  create index practices_by_chapter on practices (organization_id, chapter_id, shared_at desc) where removed_at is null;
  ${tenantTable('practices')}

  create table practice_thanks (
    organization_id uuid not null,
    practice_id uuid not null,
    person_id uuid not null,
    primary key (organization_id, practice_id, person_id),
    foreign key (organization_id, practice_id) references practices (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id) on delete cascade
  );
  ${tenantTable('practice_thanks')}
`;

const SESSIONS = `
  create table triage_sessions (
    organization_id uuid not null,
    id uuid not null,
    chapter_id uuid not null,
    -- The occurrence that it is held at: the series and the wall-clock time at which that one began.
    cadence_id uuid,
    original_start timestamp,
    state text not null default 'RUNNING' check (state in ('RUNNING', 'ENDED')),
    started_at timestamptz not null,
    ended_at timestamptz,
    facilitator_id uuid not null,
    -- When they last did something here; that they look at it is in presences.
    facilitator_seen_at timestamptz not null,
    timebox_seconds integer check (timebox_seconds between 10 and 14400),
    -- Running until then; null with seconds left: it stands.
    timebox_ends_at timestamptz,
    timebox_left integer check (timebox_left between 0 and 14400),
    minutes text check (length(minutes) <= 200000),
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, chapter_id) references chapters (organization_id, id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id),
    foreign key (organization_id, facilitator_id) references people (organization_id, id),
    constraint triage_sessions_occurrence check ((cadence_id is null) = (original_start is null)),
    constraint triage_sessions_ended check ((state = 'ENDED') = (ended_at is not null) and (state = 'ENDED') = (minutes is not null)),
    constraint triage_sessions_ended_at_rest check (state = 'RUNNING' or timebox_seconds is null),
    constraint triage_sessions_timebox check (
      case when timebox_seconds is null then timebox_ends_at is null and timebox_left is null
           else num_nonnulls(timebox_ends_at, timebox_left) = 1 end)
  );
  -- One at a time, and one for each occurrence.
  create unique index triage_sessions_one_running on triage_sessions (organization_id, chapter_id) where state = 'RUNNING';
  create unique index triage_sessions_by_occurrence on triage_sessions (organization_id, cadence_id, original_start)
    where cadence_id is not null;
  create index triage_sessions_by_chapter on triage_sessions (organization_id, chapter_id, started_at desc, id);
  ${tenantTable('triage_sessions')}
`;

const ITEMS = `
  create table triage_items (
    organization_id uuid not null,
    id uuid not null,
    session_id uuid not null,
    position integer not null check (position >= 1),
    reason text not null check (reason in ('CLOCK_OUT', 'ANSWERED', 'NEW_SHARED', 'RECURRING_SOURCE', 'OPEN_ACTION', 'ADDED')),
    why text not null check (length(why) between 1 and 1000),
    impediment_id uuid,
    source_id uuid,
    action_id uuid,
    result text check (result in ('TRIAGED', 'DECLINED', 'MERGED', 'ESCALATED', 'PARKED', 'DONE')),
    note text check (length(note) <= 6000),
    ended_by uuid,
    ended_at timestamptz,
    -- Spent while it was under discussion before, and since when it is: the one that has a moment is the current one.
    seconds_spent integer not null default 0 check (seconds_spent >= 0),
    taken_up_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references triage_sessions (organization_id, id),
    foreign key (organization_id, impediment_id) references impediments (organization_id, id),
    foreign key (organization_id, source_id) references sources (organization_id, id),
    foreign key (organization_id, action_id) references action_items (organization_id, id),
    foreign key (organization_id, ended_by) references people (organization_id, id),
    constraint triage_items_of_one_thing check (num_nonnulls(impediment_id, source_id, action_id) = 1),
    constraint triage_items_ended check (num_nonnulls(result, ended_by, ended_at) in (0, 3)),
    constraint triage_items_ended_is_not_current check (result is null or taken_up_at is null),
    -- Checked when a statement ends, so that several may change places in one.
    constraint triage_items_one_place unique (organization_id, session_id, position) deferrable initially immediate
  );
  create unique index triage_items_one_current on triage_items (organization_id, session_id) where taken_up_at is not null;
  create unique index triage_items_impediment_once on triage_items (organization_id, session_id, impediment_id);
  create unique index triage_items_source_once on triage_items (organization_id, session_id, source_id);
  create unique index triage_items_action_once on triage_items (organization_id, session_id, action_id);
  ${tenantTable('triage_items')}

  create table triage_dots (
    organization_id uuid not null,
    item_id uuid not null,
    person_id uuid not null,
    dots integer not null check (dots between 1 and 3),
    primary key (organization_id, item_id, person_id),
    foreign key (organization_id, item_id) references triage_items (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  ${tenantTable('triage_dots')}

  -- Actions that were promised while an item was under discussion.
  create table triage_promises (
    organization_id uuid not null,
    item_id uuid not null,
    action_id uuid not null,
    primary key (organization_id, action_id),
    foreign key (organization_id, item_id) references triage_items (organization_id, id),
    foreign key (organization_id, action_id) references action_items (organization_id, id)
  );
  create index triage_promises_by_item on triage_promises (organization_id, item_id);
  ${tenantTable('triage_promises')}
`;

const OF_A_SESSION = `
  create table triage_participants (
    organization_id uuid not null,
    session_id uuid not null,
    person_id uuid not null,
    joined_at timestamptz not null,
    -- When they first facilitated it; null: they never did.
    facilitated_from timestamptz,
    primary key (organization_id, session_id, person_id),
    foreign key (organization_id, session_id) references triage_sessions (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  ${tenantTable('triage_participants')}

  create table triage_told_teams (
    organization_id uuid not null,
    session_id uuid not null,
    team_id uuid not null,
    primary key (organization_id, session_id, team_id),
    foreign key (organization_id, session_id) references triage_sessions (organization_id, id) on delete cascade,
    foreign key (organization_id, team_id) references teams (organization_id, id)
  );
  ${tenantTable('triage_told_teams')}

  alter table inbox_entries add constraint inbox_entries_triage_session_fkey
    foreign key (organization_id, triage_session_id) references triage_sessions (organization_id, id);
  create index inbox_entries_by_triage_session on inbox_entries (organization_id, triage_session_id)
    where triage_session_id is not null;

  -- Who has left stays for a few minutes, so that one can tell for how long they have been away.
  alter table presences add column left_at timestamptz;
`;
