import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What people do with what is published: runs of checklists, walks through decision trees, teams that follow a version. */
export class UseOfArtifacts1763700000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(WALKS);
    await runner.query(ADOPTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const RUNS = `
  create table checklist_runs (
    organization_id uuid not null,
    id uuid not null,
    version integer not null default 1,
    -- What is run: a version never changes, so its steps stay what they were.
    version_id uuid not null,
    -- Of that version, for sums without reading it.
    step_count integer not null check (step_count >= 1),
    title text not null check (length(title) between 1 and 200),
    -- Null: somebody's own.
    team_id uuid,
    started_by uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (organization_id, id),
    foreign key (organization_id, version_id) references artifact_versions (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, started_by) references people (organization_id, id),
    foreign key (organization_id, ended_by) references people (organization_id, id),
    constraint checklist_runs_ended_by_somebody check ((ended_at is null) = (ended_by is null))
  );
  create index checklist_runs_by_team on checklist_runs (organization_id, team_id, started_at desc, id desc)
    where team_id is not null;
  create index checklist_runs_by_starter on checklist_runs (organization_id, started_by, started_at desc, id desc);
  create index checklist_runs_by_start on checklist_runs (organization_id, started_at desc, id desc);
  create index checklist_runs_by_version on checklist_runs (organization_id, version_id);
  ${tenantTable('checklist_runs')}

  -- Only of steps that somebody touched.
  create table checklist_run_steps (
    organization_id uuid not null,
    run_id uuid not null,
    step_id text not null check (length(step_id) between 1 and 100),
    done boolean not null,
    note text not null default '' check (length(note) <= 2000),
    by_id uuid not null,
    at timestamptz not null,
    primary key (organization_id, run_id, step_id),
    foreign key (organization_id, run_id) references checklist_runs (organization_id, id),
    foreign key (organization_id, by_id) references people (organization_id, id)
  );
  ${tenantTable('checklist_run_steps')}
`;

const WALKS = `
  create table tree_walks (
    organization_id uuid not null,
    id uuid not null,
    version_id uuid not null,
    person_id uuid not null,
    -- The node, as the tree of that version names it.
    at_node text not null check (length(at_node) between 1 and 100),
    -- How many answers were given on the way there.
    step_count integer not null default 0 check (step_count >= 0),
    started_at timestamptz not null,
    touched_at timestamptz not null,
    -- At an outcome.
    finished_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, version_id) references artifact_versions (organization_id, id),
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index tree_walks_by_version on tree_walks (organization_id, version_id, started_at);
  ${tenantTable('tree_walks')}

  -- The way as it is: who steps back takes the last one away.
  create table tree_walk_steps (
    organization_id uuid not null,
    walk_id uuid not null,
    position integer not null check (position >= 1),
    from_node text not null check (length(from_node) between 1 and 100),
    to_node text not null check (length(to_node) between 1 and 100),
    primary key (organization_id, walk_id, position),
    foreign key (organization_id, walk_id) references tree_walks (organization_id, id)
  );
  ${tenantTable('tree_walk_steps')}
`;

const ADOPTIONS = `
  create table adoptions (
    organization_id uuid not null,
    id uuid not null,
    version integer not null default 1,
    team_id uuid not null,
    artifact_id uuid not null,
    -- Of the version that the team follows, now or when it stopped.
    number integer not null,
    since date not null,
    -- The first day on which the team follows it no more.
    until date,
    end_reason text check (length(end_reason) between 1 and 2000),
    feel text check (feel in ('WELL', 'MIXED', 'BADLY')),
    note text not null default '' check (length(note) <= 5000),
    by_id uuid not null,
    at timestamptz not null,
    nudged_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, artifact_id) references artifacts (organization_id, id),
    foreign key (organization_id, artifact_id, number) references artifact_versions (organization_id, artifact_id, number),
    foreign key (organization_id, by_id) references people (organization_id, id),
    constraint adoptions_end_somehow check ((until is null) = (end_reason is null)),
    constraint adoptions_end_after_they_began check (until >= since)
  );
  create unique index adoptions_one_per_team on adoptions (organization_id, artifact_id, team_id) where until is null;
  create index adoptions_by_artifact on adoptions (organization_id, artifact_id, since);
  create index adoptions_by_team on adoptions (organization_id, team_id) where until is null;
  ${tenantTable('adoptions')}

  -- Which version a team followed from when: what adoption over time is told from.
  create table adoption_steps (
    organization_id uuid not null,
    adoption_id uuid not null,
    position integer not null check (position >= 1),
    number integer not null check (number >= 1),
    since date not null,
    primary key (organization_id, adoption_id, position),
    foreign key (organization_id, adoption_id) references adoptions (organization_id, id)
  );
  ${tenantTable('adoption_steps')}
`;
