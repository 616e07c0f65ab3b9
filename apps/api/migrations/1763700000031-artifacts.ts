import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * What communities write and publish: the working copy with its pages, reviews of it, versions that nobody changes, and
 * proposals of readers. The database itself refuses to change what was published.
 */
export class Artifacts1763700000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ARTIFACTS);
    await runner.query(VERSIONS);
    await runner.query(DRAFTS);
    await runner.query(REVIEWS);
    await runner.query(PROPOSALS);
    await runner.query(TEXTS);
    await runner.query(NEWS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const ARTIFACTS = `
  create table artifact_counters (
    organization_id uuid primary key references organizations,
    last_number integer not null default 0
  );
  ${tenantTable('artifact_counters')}

  create table artifacts (
    organization_id uuid not null references organizations,
    id uuid not null,
    number integer not null check (number >= 1),
    version integer not null default 1,
    kind text not null check (kind in ('PLAYBOOK', 'TEMPLATE', 'CHECKLIST', 'DECISION_TREE')),
    community_id uuid not null,
    title text not null check (length(title) between 1 and 200),
    summary text not null default '' check (length(summary) <= 2000),
    template_for text check (template_for in ('DECISION', 'BRIEF', 'AGREEMENT', 'CHECKLIST_RUN')),
    approvals_needed integer not null default 2 check (approvals_needed between 0 and 9),
    review_due_on date,
    -- The day for which people were told last that a review is due.
    review_told_on date,
    -- How many are published: a version is sealed once it is counted here.
    version_count integer not null default 0 check (version_count >= 0),
    -- Of one that is there: the trigger "counted" sees to it. A foreign key would be a circle of two tables.
    current_version_id uuid,
    imported_from text not null default '' check (length(imported_from) <= 2000),
    archived_at timestamptz,
    archived_by uuid,
    archive_reason text not null default '' check (length(archive_reason) <= 2000),
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, community_id) references communities (organization_id, id),
    foreign key (organization_id, archived_by) references people (organization_id, id),
    foreign key (organization_id, created_by) references people (organization_id, id),
    constraint artifacts_template_for_something check ((kind = 'TEMPLATE') = (template_for is not null)),
    constraint artifacts_current_when_published check ((current_version_id is null) = (version_count = 0)),
    constraint artifacts_archived_why check (
      (archived_at is null) = (archive_reason = '') and (archived_at is null) = (archived_by is null))
  ) with (fillfactor = 80);
  create unique index artifacts_by_number on artifacts (organization_id, number);
  create index artifacts_by_community on artifacts (organization_id, community_id, kind);
  create index artifacts_by_change on artifacts (organization_id, updated_at desc, id);
  create index artifacts_by_template on artifacts (organization_id, template_for) where template_for is not null;
  create index artifacts_to_review on artifacts (organization_id, review_due_on)
    where review_due_on is not null and archived_at is null;
  ${tenantTable('artifacts')}

  -- Who is told of what is published. Whoever wrote, reviewed or proposed watches unless they said no.
  create table artifact_watchers (
    organization_id uuid not null,
    artifact_id uuid not null,
    person_id uuid not null,
    watching boolean not null,
    primary key (organization_id, artifact_id, person_id),
    foreign key (organization_id, artifact_id) references artifacts (organization_id, id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index artifact_watchers_by_person on artifact_watchers (organization_id, person_id) where watching;
  ${tenantTable('artifact_watchers')}
`;

const VERSIONS = `
  create table artifact_versions (
    organization_id uuid not null,
    id uuid not null,
    artifact_id uuid not null,
    number integer not null check (number >= 1),
    title text not null check (length(title) between 1 and 200),
    what_changed text not null check (length(what_changed) between 1 and 20000),
    -- Of a checklist: [{id, text, hint, depth}] in their order.
    checklist jsonb not null default '[]' check (jsonb_typeof(checklist) = 'array'),
    -- Of a decision tree: the flowchart.
    mermaid text not null default '' check (length(mermaid) <= 200000),
    -- sha256 of the content in its canonical form.
    content_hash bytea not null check (octet_length(content_hash) = 32),
    published_at timestamptz not null,
    published_by uuid not null,
    approved_by uuid[] not null default '{}',
    primary key (organization_id, id),
    foreign key (organization_id, artifact_id) references artifacts (organization_id, id),
    foreign key (organization_id, published_by) references people (organization_id, id)
  );
  create unique index artifact_versions_by_number on artifact_versions (organization_id, artifact_id, number);
  ${tenantTable('artifact_versions')}

  create table artifact_version_pages (
    organization_id uuid not null,
    version_id uuid not null,
    -- The same page in every version, wherever it stands and whatever it is called.
    page_id uuid not null,
    parent_id uuid,
    path text not null check (length(path) between 1 and 1000),
    title text not null check (length(title) between 1 and 300),
    depth integer not null check (depth between 0 and 20),
    -- Its place in reading order, over the whole tree.
    position integer not null check (position >= 0),
    body text not null check (length(body) <= 500000),
    primary key (organization_id, version_id, page_id),
    foreign key (organization_id, version_id) references artifact_versions (organization_id, id)
  );
  create unique index artifact_version_pages_by_path on artifact_version_pages (organization_id, version_id, path);
  create unique index artifact_version_pages_by_place on artifact_version_pages (organization_id, version_id, position);
  ${tenantTable('artifact_version_pages')}

  create trigger frozen before update on artifact_versions for each row execute function chapterhouse_refuse_change();
  create trigger frozen before update on artifact_version_pages for each row execute function chapterhouse_refuse_change();
  create trigger kept before delete on artifact_versions for each row execute function chapterhouse_refuse_removal();
  create trigger kept before delete on artifact_version_pages for each row execute function chapterhouse_refuse_removal();
  revoke update, delete on artifact_versions, artifact_version_pages from chapterhouse_app;

  -- Pages come with their version, before the artifact counts it; afterwards none is added.
  create function chapterhouse_version_is_sealed() returns trigger language plpgsql set search_path from current as $$
  begin
    if exists (select from fresh f
                 join artifact_versions v on v.organization_id = f.organization_id and v.id = f.version_id
                 join artifacts a on a.organization_id = v.organization_id and a.id = v.artifact_id
                where a.version_count >= v.number) then
      raise exception 'A published version gets no more pages.' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
  create trigger sealed after insert on artifact_version_pages referencing new table as fresh
    for each statement execute function chapterhouse_version_is_sealed();

  -- Versions are counted one by one up to those that are there, and never fewer.
  create function chapterhouse_versions_counted() returns trigger language plpgsql set search_path from current as $$
  begin
    if new.version_count < old.version_count
       or new.number <> old.number
       or not exists (select from artifact_versions v
                       where v.organization_id = new.organization_id and v.artifact_id = new.id
                         and v.id = new.current_version_id and v.number = new.version_count) then
      raise exception 'The current version is the last that is published.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  create trigger counted before update of version_count, current_version_id, number on artifacts for each row
    execute function chapterhouse_versions_counted();
`;

const DRAFTS = `
  create table artifact_drafts (
    organization_id uuid not null,
    artifact_id uuid not null,
    -- Of this working copy: the next one has another.
    id uuid not null,
    -- Counts every change of it.
    revision integer not null default 1 check (revision >= 1),
    based_on uuid,
    checklist jsonb not null default '[]' check (jsonb_typeof(checklist) = 'array' and length(checklist::text) <= 500000),
    mermaid text not null default '' check (length(mermaid) <= 200000),
    what_changed text not null default '' check (length(what_changed) <= 20000),
    begun_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by uuid,
    primary key (organization_id, artifact_id),
    foreign key (organization_id, artifact_id) references artifacts (organization_id, id),
    foreign key (organization_id, based_on) references artifact_versions (organization_id, id),
    foreign key (organization_id, updated_by) references people (organization_id, id)
  ) with (fillfactor = 80);
  create unique index artifact_drafts_by_id on artifact_drafts (organization_id, id);
  ${tenantTable('artifact_drafts')}

  create table artifact_draft_pages (
    organization_id uuid not null,
    artifact_id uuid not null,
    id uuid not null,
    parent_id uuid,
    -- The last part of its path.
    slug text not null check (length(slug) between 1 and 200),
    path text not null check (length(path) between 1 and 1000),
    title text not null check (length(title) between 1 and 300),
    -- Among those of the same parent.
    position integer not null check (position >= 0),
    body text not null default '' check (length(body) <= 500000),
    -- Counts changes of the text.
    version integer not null default 1,
    updated_at timestamptz not null,
    updated_by uuid,
    primary key (organization_id, artifact_id, id),
    foreign key (organization_id, artifact_id) references artifact_drafts (organization_id, artifact_id) on delete cascade,
    foreign key (organization_id, artifact_id, parent_id) references artifact_draft_pages (organization_id, artifact_id, id)
      deferrable initially deferred,
    foreign key (organization_id, updated_by) references people (organization_id, id),
    constraint artifact_draft_pages_by_path unique (organization_id, artifact_id, path) deferrable initially deferred,
    constraint artifact_draft_pages_not_own_parent check (parent_id <> id)
  ) with (fillfactor = 80);
  ${tenantTable('artifact_draft_pages')}

  -- Whoever changed this working copy: they do not approve it.
  create table artifact_draft_authors (
    organization_id uuid not null,
    artifact_id uuid not null,
    person_id uuid not null,
    since timestamptz not null,
    primary key (organization_id, artifact_id, person_id),
    foreign key (organization_id, artifact_id) references artifact_drafts (organization_id, artifact_id) on delete cascade,
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index artifact_draft_authors_by_person on artifact_draft_authors (organization_id, person_id);
  ${tenantTable('artifact_draft_authors')}
`;

const REVIEWS = `
  create table artifact_reviews (
    organization_id uuid not null,
    id uuid not null,
    artifact_id uuid not null,
    -- The working copy that it is of; when that is published or discarded, the review stays.
    draft_id uuid not null,
    -- What approvals are for: they count while the working copy is as it was.
    revision integer not null check (revision >= 1),
    what_changed text not null check (length(what_changed) between 1 and 20000),
    asked_by uuid not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    ended_as text check (ended_as in ('PUBLISHED', 'WITHDRAWN', 'ASKED_ANEW', 'DISCARDED')),
    primary key (organization_id, id),
    foreign key (organization_id, artifact_id) references artifacts (organization_id, id),
    foreign key (organization_id, asked_by) references people (organization_id, id),
    constraint artifact_reviews_end_somehow check ((ended_at is null) = (ended_as is null))
  );
  create unique index artifact_reviews_one_open on artifact_reviews (organization_id, artifact_id) where ended_at is null;
  create index artifact_reviews_by_draft on artifact_reviews (organization_id, draft_id, asked_at);
  ${tenantTable('artifact_reviews')}

  create table artifact_reviewers (
    organization_id uuid not null,
    review_id uuid not null,
    person_id uuid not null,
    primary key (organization_id, review_id, person_id),
    foreign key (organization_id, review_id) references artifact_reviews (organization_id, id),
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index artifact_reviewers_by_person on artifact_reviewers (organization_id, person_id);
  ${tenantTable('artifact_reviewers')}

  -- All that somebody said; the last one is theirs.
  create table artifact_verdicts (
    organization_id uuid not null,
    id uuid not null,
    review_id uuid not null,
    person_id uuid not null,
    verdict text not null check (verdict in ('APPROVED', 'CHANGES_ASKED')),
    words text not null default '' check (length(words) <= 5000),
    at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, review_id, person_id) references artifact_reviewers (organization_id, review_id, person_id),
    constraint artifact_verdicts_ask_for_something check (verdict = 'APPROVED' or words <> '')
  );
  create index artifact_verdicts_of_review on artifact_verdicts (organization_id, review_id, at);
  ${tenantTable('artifact_verdicts')}
  create trigger frozen before update on artifact_verdicts for each row execute function chapterhouse_refuse_change();
  revoke update, delete on artifact_verdicts from chapterhouse_app;

  create table artifact_review_comments (
    organization_id uuid not null,
    id uuid not null,
    review_id uuid not null,
    draft_id uuid not null,
    page_id uuid not null,
    page_path text not null check (length(page_path) between 1 and 1000),
    -- Where the line stood, and what it said.
    line integer not null check (line >= 1),
    quote text not null check (length(quote) <= 2000),
    body text not null check (length(body) between 1 and 20000),
    by uuid not null,
    at timestamptz not null,
    resolved boolean not null default false,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, review_id) references artifact_reviews (organization_id, id),
    foreign key (organization_id, by) references people (organization_id, id)
  );
  create index artifact_review_comments_of_draft on artifact_review_comments (organization_id, draft_id, at);
  ${tenantTable('artifact_review_comments')}

  create table artifact_review_replies (
    organization_id uuid not null,
    id uuid not null,
    comment_id uuid not null,
    body text not null check (length(body) between 1 and 20000),
    by uuid not null,
    at timestamptz not null,
    edited_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, comment_id) references artifact_review_comments (organization_id, id),
    foreign key (organization_id, by) references people (organization_id, id)
  );
  create index artifact_review_replies_of_comment on artifact_review_replies (organization_id, comment_id, at);
  ${tenantTable('artifact_review_replies')}
`;

const PROPOSALS = `
  create table artifact_proposals (
    organization_id uuid not null,
    id uuid not null,
    artifact_id uuid not null,
    base_version_id uuid not null,
    page_id uuid not null,
    page_path text not null check (length(page_path) between 1 and 1000),
    body text not null check (length(body) <= 500000),
    why text not null check (length(why) between 1 and 5000),
    by uuid not null,
    at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN')),
    answered_by uuid,
    answered_at timestamptz,
    answer text not null default '' check (length(answer) <= 5000),
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, artifact_id) references artifacts (organization_id, id),
    foreign key (organization_id, base_version_id, page_id)
      references artifact_version_pages (organization_id, version_id, page_id),
    foreign key (organization_id, by) references people (organization_id, id),
    foreign key (organization_id, answered_by) references people (organization_id, id),
    constraint artifact_proposals_answered check (
      (state in ('TAKEN', 'DECLINED')) = (answered_by is not null) and (answered_by is null) = (answered_at is null)),
    constraint artifact_proposals_declined_why check (state <> 'DECLINED' or answer <> '')
  );
  create index artifact_proposals_of_artifact on artifact_proposals (organization_id, artifact_id, at);
  create index artifact_proposals_by_person on artifact_proposals (organization_id, by);
  ${tenantTable('artifact_proposals')}
`;

const TEXTS = `
  -- The words of what counts now, for finding it: of each artifact one row of its own (page_id is its id) and one of each
  -- page of its current version. Read by the function below, as the texts of decisions.
  create table artifact_texts (
    organization_id uuid not null,
    artifact_id uuid not null,
    page_id uuid not null,
    -- Weights: A titles, B the summary, D the text.
    words tsvector not null,
    primary key (organization_id, artifact_id, page_id),
    foreign key (organization_id, artifact_id) references artifacts on delete cascade
  );
  create index artifact_texts_by_word on artifact_texts using gin (words) with (fastupdate = off);
  ${tenantTable('artifact_texts')}
  create policy search on artifact_texts for select to current_user using (true);

  create function chapterhouse_artifact_worded() returns trigger language plpgsql set search_path from current as $$ begin
    insert into artifact_texts (organization_id, artifact_id, page_id, words)
    values (new.organization_id, new.id, new.id,
            setweight(chapterhouse_lexemes(new.title), 'A') || setweight(chapterhouse_lexemes(new.summary), 'B'))
    on conflict (organization_id, artifact_id, page_id) do update set words = excluded.words;
    return null;
  end $$;
  create trigger worded after insert on artifacts for each row execute function chapterhouse_artifact_worded();
  create trigger reworded after update of title, summary on artifacts for each row
    when ((old.title, old.summary) is distinct from (new.title, new.summary)) execute function chapterhouse_artifact_worded();

  create function chapterhouse_version_worded() returns trigger language plpgsql set search_path from current as $$ begin
    delete from artifact_texts
     where organization_id = new.organization_id and artifact_id = new.id and page_id <> new.id;
    insert into artifact_texts (organization_id, artifact_id, page_id, words)
    select p.organization_id, new.id, p.page_id,
           setweight(chapterhouse_lexemes(p.title), 'A')
             || setweight(chapterhouse_lexemes(left(p.body, 200000)
                  -- A checklist and a tree stand on the page of their version.
                  || case p.position when 0 then coalesce(E'\\n' || (
                       select string_agg(concat_ws(' ', s ->> 'text', s ->> 'hint'), E'\\n')
                         from jsonb_array_elements(v.checklist) as s), '') || E'\\n' || v.mermaid else '' end), 'D')
      from artifact_version_pages p
      join artifact_versions v on v.organization_id = p.organization_id and v.id = p.version_id
     where p.organization_id = new.organization_id and p.version_id = new.current_version_id;
    return null;
  end $$;
  create trigger version_worded after update of current_version_id on artifacts for each row
    when (old.current_version_id is distinct from new.current_version_id) execute function chapterhouse_version_worded();

  create function chapterhouse_artifacts_saying(asked tsquery)
    returns table (artifact_id uuid, page_id uuid, rank real)
    language sql stable security definer set search_path from current as $$
    select t.artifact_id, t.page_id, ts_rank('{0.1, 0.25, 0.5, 1}', t.words, asked)
      from artifact_texts t
     where t.organization_id = chapterhouse_organization() and t.words @@ asked
  $$;
`;

const NEWS = `
  -- The columns are there since communities are.
  alter table inbox_entries
    add constraint inbox_entries_artifact_fkey foreign key (organization_id, artifact_id) references artifacts (organization_id, id);
  alter table ideas
    add constraint ideas_artifact_fkey foreign key (organization_id, artifact_id) references artifacts (organization_id, id);
  alter table practices
    add constraint practices_artifact_fkey foreign key (organization_id, artifact_id) references artifacts (organization_id, id);
`;
