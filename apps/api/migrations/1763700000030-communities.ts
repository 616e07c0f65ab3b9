import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Communities of practice: who belongs to them, what they talk about, and ideas on their way to something that holds. */
export class Communities1763700000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMMUNITIES);
    await runner.query(MEETINGS);
    await runner.query(DISCUSSIONS);
    await runner.query(IDEAS);
    await runner.query(REPLIES);
    await runner.query(NEWS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const COMMUNITIES = `
  create table communities (
    organization_id uuid not null references organizations,
    id uuid not null,
    version integer not null default 1,
    name text not null check (length(name) between 1 and 200),
    purpose text not null default '' check (length(purpose) <= 20000),
    topics text[] not null default '{}' check (cardinality(topics) <= 12),
    founded_by uuid not null,
    created_at timestamptz not null,
    closed_at timestamptz,
    close_reason text check (length(close_reason) between 1 and 2000),
    primary key (organization_id, id),
    foreign key (organization_id, founded_by) references people (organization_id, id),
    constraint communities_closed_why check ((closed_at is null) = (close_reason is null))
  );
  -- A name is free again once its community is closed.
  create unique index communities_one_name on communities (organization_id, lower(name)) where closed_at is null;
  create index communities_by_name on communities (organization_id, lower(name), id);
  ${tenantTable('communities')}

  -- Who left is not here any more: the events tell of them.
  create table community_members (
    organization_id uuid not null,
    community_id uuid not null,
    person_id uuid not null,
    facilitator boolean not null default false,
    since date not null,
    primary key (organization_id, community_id, person_id),
    foreign key (organization_id, community_id) references communities (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index community_members_by_person on community_members (organization_id, person_id);
  ${tenantTable('community_members')}
`;

/** A community's cadences are of the organization: its members come from anywhere. */
const MEETINGS = `
  alter table cadences
    add column community_id uuid,
    add constraint cadences_community_fkey foreign key (organization_id, community_id)
      references communities (organization_id, id),
    add constraint cadences_of_community check (
      community_id is null or (chapter_id is null and scope_kind = 'ORGANIZATION'));
  create index cadences_by_community on cadences (organization_id, community_id) where community_id is not null;

  alter table calendar_feeds drop constraint calendar_feeds_scope_check;
  alter table calendar_feeds drop constraint calendar_feeds_of_one;
  alter table calendar_feeds
    add column community_id uuid,
    add constraint calendar_feeds_community_fkey foreign key (organization_id, community_id)
      references communities (organization_id, id),
    add constraint calendar_feeds_scope_check check (scope in ('PERSON', 'TEAM', 'CHAPTER', 'COMMUNITY')),
    add constraint calendar_feeds_of_one check (
      (scope = 'TEAM') = (team_id is not null) and (scope = 'CHAPTER') = (chapter_id is not null)
      and (scope = 'COMMUNITY') = (community_id is not null));
  create index calendar_feeds_by_community on calendar_feeds (organization_id, community_id)
    where community_id is not null;
`;

const DISCUSSIONS = `
  create table discussions (
    organization_id uuid not null,
    id uuid not null,
    version integer not null default 1,
    community_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    body text not null check (length(body) between 1 and 20000),
    by_id uuid not null,
    at timestamptz not null,
    edited_at timestamptz,
    -- Of the latest reply, or its own: the order of the list.
    last_at timestamptz not null,
    closed_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, community_id) references communities (organization_id, id),
    foreign key (organization_id, by_id) references people (organization_id, id)
  );
  create index discussions_by_community on discussions (organization_id, community_id, last_at desc, id desc);
  ${tenantTable('discussions')}
`;

const IDEAS = `
  create table ideas (
    organization_id uuid not null,
    id uuid not null,
    version integer not null default 1,
    community_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    words text not null check (length(words) between 1 and 20000),
    state text not null default 'IDEA' check (state in ('IDEA', 'DISCUSSED', 'ON_TRIAL', 'ADOPTED', 'DROPPED')),
    by_id uuid not null,
    at timestamptz not null,
    -- The latest trial: it stays when the trial is over, with what it showed.
    trial_team_id uuid,
    trial_until date,
    -- The end that people were reminded of: another one is another reminder.
    trial_told date,
    result text check (length(result) between 1 and 20000),
    artifact_id uuid,
    decision_id uuid,
    drop_reason text check (length(drop_reason) between 1 and 2000),
    primary key (organization_id, id),
    foreign key (organization_id, community_id) references communities (organization_id, id),
    foreign key (organization_id, by_id) references people (organization_id, id),
    foreign key (organization_id, trial_team_id) references teams (organization_id, id),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    constraint ideas_trial_is_whole check (num_nonnulls(trial_team_id, trial_until) in (0, 2)),
    constraint ideas_on_trial check (state <> 'ON_TRIAL' or (trial_until is not null and result is null)),
    constraint ideas_adopted_as check ((state = 'ADOPTED') = (num_nonnulls(artifact_id, decision_id) > 0)),
    constraint ideas_dropped_why check ((state = 'DROPPED') = (drop_reason is not null))
  );
  create index ideas_by_community on ideas (organization_id, community_id, state, at desc);
  create index ideas_by_trial_team on ideas (organization_id, trial_team_id) where state = 'ON_TRIAL';
  create index ideas_by_trial_end on ideas (organization_id, trial_until) where state = 'ON_TRIAL';
  ${tenantTable('ideas')}

  create table idea_votes (
    organization_id uuid not null,
    idea_id uuid not null,
    person_id uuid not null,
    at timestamptz not null,
    primary key (organization_id, idea_id, person_id),
    foreign key (organization_id, idea_id) references ideas (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index idea_votes_by_person on idea_votes (organization_id, person_id);
  ${tenantTable('idea_votes')}

  -- A practice of a chapter that became something published.
  alter table practices add column artifact_id uuid;
`;

const REPLIES = `
  -- What people answered, of a discussion or of an idea.
  create table community_replies (
    organization_id uuid not null,
    id uuid not null,
    version integer not null default 1,
    discussion_id uuid,
    idea_id uuid,
    body text not null check (length(body) between 1 and 20000),
    by_id uuid not null,
    at timestamptz not null,
    edited_at timestamptz,
    -- Kept as a row, so that its events have something to tell of.
    removed_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, discussion_id) references discussions (organization_id, id) on delete cascade,
    foreign key (organization_id, idea_id) references ideas (organization_id, id) on delete cascade,
    foreign key (organization_id, by_id) references people (organization_id, id),
    constraint community_replies_of_one_thing check (num_nonnulls(discussion_id, idea_id) = 1)
  );
  create index community_replies_by_discussion on community_replies (organization_id, discussion_id, at, id)
    where discussion_id is not null;
  create index community_replies_by_idea on community_replies (organization_id, idea_id, at, id) where idea_id is not null;
  ${tenantTable('community_replies')}
`;

/** What an entry of the inbox leads to; the artifact's foreign key comes with the artifacts. */
const NEWS = `
  alter table inbox_entries
    add column community_id uuid,
    add column artifact_id uuid,
    add column idea_id uuid,
    add column discussion_id uuid,
    add constraint inbox_entries_community_fkey foreign key (organization_id, community_id)
      references communities (organization_id, id),
    add constraint inbox_entries_idea_fkey foreign key (organization_id, idea_id) references ideas (organization_id, id),
    add constraint inbox_entries_discussion_fkey foreign key (organization_id, discussion_id)
      references discussions (organization_id, id);
  create index inbox_entries_by_community on inbox_entries (organization_id, community_id) where community_id is not null;
  create index inbox_entries_by_artifact on inbox_entries (organization_id, artifact_id) where artifact_id is not null;
  create index inbox_entries_by_idea on inbox_entries (organization_id, idea_id) where idea_id is not null;
  create index inbox_entries_by_discussion on inbox_entries (organization_id, discussion_id) where discussion_id is not null;
  alter table inbox_entries drop constraint inbox_entries_reason_check;
  alter table inbox_entries add constraint inbox_entries_reason_check check (reason in (
    'MENTIONED', 'ASSIGNED', 'OWNER', 'WATCHING', 'RAISED_BY_YOU', 'YOUR_TEAM', 'ASKED', 'VETOED', 'REVISIT', 'TOLD',
    'DEPENDENCY_ASKED', 'DEPENDENCY_ANSWERED', 'DEPENDENCY_DUE',
    'FACILITATES', 'MEETING_CHANGED', 'ACTION_DUE', 'ACTION_GIVEN', 'TRIAGE_SUMMARY',
    'REVIEW_ASKED', 'ARTIFACT_PUBLISHED', 'REVIEW_DUE', 'PROPOSAL_MADE', 'PROPOSAL_ANSWERED', 'ADOPTION_BEHIND',
    'TRIAL_DUE'));
`;
