import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * Who takes turns, who came, what came of it and who promised what. Turns to come are stored nowhere: they follow from
 * members, absences and changes; those whose day is over are kept, so that nothing later rewrites them.
 */
export class RotasAndActions1763700000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROTAS);
    await runner.query(TURNS);
    await runner.query(ACTIONS);
    await runner.query(MEETINGS);
    await runner.query(NEWS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const ROTAS = `
  create table rotas (
    organization_id uuid not null references organizations,
    id uuid not null,
    version integer not null default 1,
    purpose text not null check (purpose in ('FACILITATION', 'CODE_REVIEW', 'PAIRING', 'MOB')),
    name text not null check (length(name) between 1 and 200),
    team_id uuid,
    -- Of facilitation: the first series of the line whose occurrences are the turns.
    root_id uuid,
    -- Of the others: RFC 5545, which days a turn begins.
    rule text check (length(rule) between 1 and 500),
    starts_on date not null,
    size integer not null check (size between 1 and 50),
    ended_at timestamptz,
    created_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, root_id) references cadences (organization_id, id),
    foreign key (organization_id, created_by) references people (organization_id, id),
    constraint rotas_of_occurrences check ((purpose = 'FACILITATION') = (root_id is not null)),
    constraint rotas_by_rule check ((purpose = 'FACILITATION') = (rule is null)),
    constraint rotas_of_team check (purpose = 'FACILITATION' or team_id is not null)
  );
  create index rotas_by_team on rotas (organization_id, team_id);
  -- Ended ones too: whoever turns rotation on again goes on where it was.
  create unique index rotas_one_per_line on rotas (organization_id, root_id) where root_id is not null;
  ${tenantTable('rotas')}

  create table rota_members (
    organization_id uuid not null,
    rota_id uuid not null,
    person_id uuid not null,
    position integer not null check (position >= 0),
    since date not null,
    primary key (organization_id, rota_id, person_id),
    foreign key (organization_id, rota_id) references rotas (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index rota_members_by_person on rota_members (organization_id, person_id);
  ${tenantTable('rota_members')}
`;

const TURNS = `
  -- What people arranged among themselves. SKIP: not this one on that day. SWAP: each does the other's.
  create table rota_changes (
    organization_id uuid not null,
    id uuid not null,
    rota_id uuid not null,
    kind text not null check (kind in ('SKIP', 'SWAP')),
    on_day date not null,
    person_id uuid not null,
    with_on date,
    with_person_id uuid,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, rota_id) references rotas (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id),
    foreign key (organization_id, with_person_id) references people (organization_id, id),
    foreign key (organization_id, changed_by) references people (organization_id, id),
    constraint rota_changes_swap_with check ((kind = 'SWAP') = (with_on is not null) and (kind = 'SWAP') = (with_person_id is not null)),
    constraint rota_changes_swap_of_two check (with_person_id <> person_id)
  );
  create index rota_changes_by_day on rota_changes (organization_id, rota_id, on_day);
  create unique index rota_changes_skip_once on rota_changes (organization_id, rota_id, on_day, person_id) where kind = 'SKIP';
  ${tenantTable('rota_changes')}

  create table rota_turns (
    organization_id uuid not null,
    rota_id uuid not null,
    -- The day that names the turn: of an occurrence, that of its original start.
    on_day date not null,
    -- On which it took place.
    day date not null,
    -- Of facilitation.
    cadence_id uuid,
    original_start timestamp,
    starts_at timestamptz not null,
    -- Who did it, why, in whose place, and for whom it counts.
    people jsonb not null check (jsonb_typeof(people) = 'array'),
    -- Who was there and had a share in it.
    present uuid[] not null,
    -- Who passed it on.
    skipped uuid[] not null default '{}',
    kept_at timestamptz not null,
    primary key (organization_id, rota_id, on_day),
    foreign key (organization_id, rota_id) references rotas (organization_id, id) on delete cascade,
    foreign key (organization_id, cadence_id) references cadences (organization_id, id),
    constraint rota_turns_occurrence check ((cadence_id is null) = (original_start is null))
  );
  create index rota_turns_by_occurrence on rota_turns (organization_id, cadence_id, original_start) where cadence_id is not null;
  ${tenantTable('rota_turns')}
`;

const ACTIONS = `
  create table action_items (
    organization_id uuid not null references organizations,
    id uuid not null,
    version integer not null default 1,
    title text not null check (length(title) between 1 and 300),
    owner_id uuid not null,
    due_on date not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
    -- What came of it, or why it was dropped.
    result text not null default '' check (length(result) <= 2000),
    ended_at timestamptz,
    -- The occurrence in which it was promised.
    cadence_id uuid,
    original_start timestamp,
    chapter_id uuid,
    impediment_id uuid,
    team_id uuid,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- The due date that the owner was reminded of: another one is another reminder.
    due_told date,
    overdue_told date,
    primary key (organization_id, id),
    foreign key (organization_id, owner_id) references people (organization_id, id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id),
    foreign key (organization_id, impediment_id) references impediments (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, created_by) references people (organization_id, id),
    constraint action_items_occurrence check ((cadence_id is null) = (original_start is null)),
    constraint action_items_ended check ((state = 'OPEN') = (ended_at is null)),
    constraint action_items_dropped_why check (state <> 'DROPPED' or result <> '')
  ) with (fillfactor = 80);
  create index action_items_by_owner on action_items (organization_id, owner_id, due_on, id);
  create index action_items_by_occurrence on action_items (organization_id, cadence_id, original_start) where cadence_id is not null;
  create index action_items_by_chapter on action_items (organization_id, chapter_id, due_on) where chapter_id is not null;
  create index action_items_by_impediment on action_items (organization_id, impediment_id) where impediment_id is not null;
  create index action_items_by_team on action_items (organization_id, team_id, due_on) where team_id is not null;
  create index action_items_open on action_items (organization_id, due_on, id) where state = 'OPEN';
  ${tenantTable('action_items')}
`;

const MEETINGS = `
  create table occurrence_people (
    organization_id uuid not null,
    cadence_id uuid not null,
    original_start timestamp not null,
    person_id uuid not null,
    answer text check (answer in ('COMING', 'NOT_COMING')),
    -- Null: not recorded.
    attended boolean,
    primary key (organization_id, cadence_id, original_start, person_id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  ${tenantTable('occurrence_people')}

  create table occurrence_outcomes (
    organization_id uuid not null,
    id uuid not null,
    cadence_id uuid not null,
    original_start timestamp not null,
    kind text not null check (kind in ('DECISION', 'IMPEDIMENT', 'ACTION', 'NOTE')),
    text text not null default '' check (length(text) <= 5000),
    decision_id uuid,
    impediment_id uuid,
    action_id uuid,
    added_by uuid not null,
    added_at timestamptz not null,
    -- Kept as a row: who takes it away twice has done it once.
    removed_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id) on delete cascade,
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    foreign key (organization_id, impediment_id) references impediments (organization_id, id),
    foreign key (organization_id, action_id) references action_items (organization_id, id),
    foreign key (organization_id, added_by) references people (organization_id, id),
    constraint occurrence_outcomes_of_its_kind check (
      (kind = 'DECISION') = (decision_id is not null) and (kind = 'IMPEDIMENT') = (impediment_id is not null)
      and (kind = 'ACTION') = (action_id is not null) and (kind <> 'NOTE' or text <> ''))
  );
  create index occurrence_outcomes_by_occurrence on occurrence_outcomes (organization_id, cadence_id, original_start, added_at);
  create unique index occurrence_outcomes_decision_once on occurrence_outcomes (organization_id, cadence_id, original_start, decision_id)
    where removed_at is null;
  create unique index occurrence_outcomes_impediment_once on occurrence_outcomes (organization_id, cadence_id, original_start, impediment_id)
    where removed_at is null;
  create unique index occurrence_outcomes_action_once on occurrence_outcomes (organization_id, cadence_id, original_start, action_id)
    where removed_at is null;
  ${tenantTable('occurrence_outcomes')}

  -- Who was told that it is their turn, so that it happens once.
  create table facilitation_reminders (
    organization_id uuid not null,
    cadence_id uuid not null,
    original_start timestamp not null,
    person_id uuid not null,
    at timestamptz not null,
    primary key (organization_id, cadence_id, original_start, person_id),
    foreign key (organization_id, cadence_id) references cadences (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  ${tenantTable('facilitation_reminders')}
`;

const NEWS = `
  alter table inbox_entries
    add column cadence_id uuid,
    add column original_start timestamp,
    add column action_id uuid,
    add column triage_session_id uuid,
    add constraint inbox_entries_cadence_fkey foreign key (organization_id, cadence_id) references cadences (organization_id, id),
    add constraint inbox_entries_action_fkey foreign key (organization_id, action_id) references action_items (organization_id, id),
    add constraint inbox_entries_occurrence check ((cadence_id is null) = (original_start is null));
  create index inbox_entries_by_occurrence on inbox_entries (organization_id, cadence_id, original_start) where cadence_id is not null;
  create index inbox_entries_by_action on inbox_entries (organization_id, action_id) where action_id is not null;
  alter table inbox_entries drop constraint inbox_entries_reason_check;
  alter table inbox_entries add constraint inbox_entries_reason_check check (reason in (
    'MENTIONED', 'ASSIGNED', 'OWNER', 'WATCHING', 'RAISED_BY_YOU', 'YOUR_TEAM', 'ASKED', 'VETOED', 'REVISIT', 'TOLD',
    'DEPENDENCY_ASKED', 'DEPENDENCY_ANSWERED', 'DEPENDENCY_DUE',
    'FACILITATES', 'MEETING_CHANGED', 'ACTION_DUE', 'ACTION_GIVEN', 'TRIAGE_SUMMARY'));
`;
