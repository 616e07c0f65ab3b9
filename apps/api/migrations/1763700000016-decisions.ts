import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * Decisions, what hangs on them, who is trusted with which, and the chain of records that says whether anybody changed
 * the words afterwards. The database itself refuses to change what was decided: by rights where nobody ever may, by
 * triggers where it depends on the state.
 */
export class Decisions1763700000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(HANGING);
    await runner.query(DELEGATION);
    await runner.query(RECORDS);
    await runner.query(FROZEN);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const TABLES = `
  -- What an organization decides about, as its delegation boards name it.
  create table decision_areas (
    organization_id uuid not null references organizations,
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    description text not null default '' check (length(description) <= 2000),
    archived boolean not null default false,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
  );
  create unique index decision_areas_one_name on decision_areas (organization_id, lower(name)) where not archived;
  ${tenantTable('decision_areas')}

  create table decision_counters (
    organization_id uuid primary key references organizations,
    last_number integer not null default 0
  );
  ${tenantTable('decision_counters')}

  create table decisions (
    organization_id uuid not null references organizations,
    id uuid not null,
    number integer not null check (number >= 1),
    version integer not null default 1,
    kind text not null check (kind in ('PRODUCT', 'ARCHITECTURE', 'PROCESS', 'ORGANIZATION')),
    state text not null check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'VETOED', 'SUPERSEDED', 'REVERTED')),
    scope_kind text not null check (scope_kind in ('ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM')),
    product_id uuid,
    area_id uuid,
    team_id uuid,
    scope_id uuid generated always as (coalesce(team_id, area_id, product_id, organization_id)) stored,
    decision_area_id uuid,
    title text not null check (length(title) between 1 and 500),
    -- context, drivers, options, chosenOption, outcome, rationale, gains, givesUp, consequences, confirmation, moreInformation
    words jsonb not null check (jsonb_typeof(words) = 'object' and length(words::text) <= 500000),
    -- As it was when it was proposed. Null: nobody delegated it, so the accountable one decides.
    delegation jsonb check (jsonb_typeof(delegation) = 'object'),
    revisit_on date,
    proposed_by uuid,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    veto_ends_at timestamptz,
    vetoed_by uuid,
    -- Of a veto by a stand-in: who is accountable.
    vetoed_for uuid,
    vetoed_at timestamptz,
    veto_reason text not null default '' check (length(veto_reason) <= 5000),
    superseded_by uuid,
    revert_reason text not null default '' check (length(revert_reason) <= 5000),
    -- Why it was rejected or withdrawn.
    close_reason text not null default '' check (length(close_reason) <= 5000),
    brief_id uuid,
    -- What it is in the files that it came from, so that another run finds it again.
    import_identity text check (length(import_identity) between 1 and 2000),
    imported_from text not null default '' check (length(imported_from) <= 2000),
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, area_id) references areas (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, decision_area_id) references decision_areas (organization_id, id),
    foreign key (organization_id, proposed_by) references people (organization_id, id),
    foreign key (organization_id, decided_by) references people (organization_id, id),
    foreign key (organization_id, vetoed_by) references people (organization_id, id),
    foreign key (organization_id, vetoed_for) references people (organization_id, id),
    foreign key (organization_id, superseded_by) references decisions (organization_id, id),
    foreign key (organization_id, brief_id) references escalation_briefs (organization_id, id),
    constraint decisions_one_scope check (
      num_nonnulls(product_id, area_id, team_id) = (scope_kind <> 'ORGANIZATION')::int
      and (scope_kind <> 'PRODUCT' or product_id is not null)
      and (scope_kind <> 'AREA' or area_id is not null)
      and (scope_kind <> 'TEAM' or team_id is not null)),
    -- Files do not always say who and when; people do.
    constraint decisions_proposed_by_somebody check (proposed_by is not null or import_identity is not null),
    constraint decisions_decided_by_somebody check (
      state = 'PROPOSED' or import_identity is not null or (decided_by is not null and decided_at is not null)),
    constraint decisions_not_decided_yet check (
      state <> 'PROPOSED' or (decided_by is null and decided_at is null and veto_ends_at is null)),
    constraint decisions_rejected_why check (state <> 'REJECTED' or close_reason <> '' or import_identity is not null),
    constraint decisions_reverted_why check ((state = 'REVERTED') = (revert_reason <> '')),
    constraint decisions_vetoed_why check ((state = 'VETOED') = (veto_reason <> '')),
    constraint decisions_vetoed_by_somebody check (
      (state = 'VETOED') >= (num_nonnulls(vetoed_by, vetoed_at) > 0)
      and (state <> 'VETOED' or import_identity is not null or (vetoed_by is not null and vetoed_at is not null))),
    constraint decisions_vetoed_in_time check (
      vetoed_at is null or import_identity is not null or (veto_ends_at is not null and vetoed_at < veto_ends_at)),
    constraint decisions_superseded_by_another check (
      superseded_by <> id and (superseded_by is null or state = 'SUPERSEDED')),
    constraint decisions_superseded_by_something check (
      state <> 'SUPERSEDED' or superseded_by is not null or import_identity is not null)
  ) with (fillfactor = 80);
  create unique index decisions_by_number on decisions (organization_id, number);
  create unique index decisions_one_import on decisions (organization_id, import_identity) where import_identity is not null;
  create index decisions_by_proposal on decisions (organization_id, proposed_at desc, id);
  create index decisions_by_state on decisions (organization_id, state, proposed_at desc, id);
  create index decisions_by_scope on decisions (organization_id, scope_id, proposed_at desc, id);
  create index decisions_by_decision_area on decisions (organization_id, decision_area_id) where decision_area_id is not null;
  create index decisions_by_successor on decisions (organization_id, superseded_by) where superseded_by is not null;
  create index decisions_to_revisit on decisions (organization_id, revisit_on) where revisit_on is not null;
  create index decisions_with_open_veto on decisions (organization_id, veto_ends_at)
    where state = 'ACCEPTED' and veto_ends_at is not null;
  create unique index decisions_one_of_brief on decisions (organization_id, brief_id) where brief_id is not null;
  create index decisions_by_proposer on decisions (organization_id, proposed_by) where proposed_by is not null;
  create index decisions_by_decider on decisions (organization_id, decided_by) where decided_by is not null;
  ${tenantTable('decisions')}
`;

const HANGING = `
  create table decision_people (
    organization_id uuid not null,
    decision_id uuid not null,
    part text not null check (part in ('DECISION_MAKER', 'CONSULTED', 'INFORMED')),
    position integer not null check (position >= 0),
    -- Null: only the name is known, from a file.
    person_id uuid,
    name text not null check (length(name) between 1 and 300),
    primary key (organization_id, decision_id, part, position),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    foreign key (organization_id, person_id) references people (organization_id, id)
  );
  create index decision_people_by_person on decision_people (organization_id, person_id) where person_id is not null;
  ${tenantTable('decision_people')}

  -- What a decision touches. Not of its words: later work is linked to earlier decisions.
  create table decision_links (
    organization_id uuid not null,
    id uuid not null,
    decision_id uuid not null,
    kind text not null check (kind in ('IMPEDIMENT', 'ITEM', 'TEAM', 'AREA', 'PRODUCT', 'GOAL', 'URL')),
    impediment_id uuid,
    team_id uuid,
    area_id uuid,
    product_id uuid,
    -- Of a backlog item, in the backlog or not.
    item_key text check (length(item_key) between 1 and 100),
    url text check (length(url) between 1 and 2000),
    -- Of a goal its name; of a page what it is called; of others empty: they have their own.
    title text not null default '' check (length(title) <= 500),
    added_by uuid,
    added_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    foreign key (organization_id, impediment_id) references impediments (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, area_id) references areas (organization_id, id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, added_by) references people (organization_id, id),
    constraint decision_links_one_target check (
      num_nonnulls(impediment_id, team_id, area_id, product_id, item_key, url) = (kind <> 'GOAL')::int
      and case kind
        when 'IMPEDIMENT' then impediment_id is not null
        when 'ITEM' then item_key is not null
        when 'TEAM' then team_id is not null
        when 'AREA' then area_id is not null
        when 'PRODUCT' then product_id is not null
        when 'GOAL' then title <> ''
        when 'URL' then url is not null
      end)
  );
  create unique index decision_links_once on decision_links (organization_id, decision_id, kind,
    (coalesce(impediment_id::text, team_id::text, area_id::text, product_id::text, md5(item_key), md5(url), md5(title))));
  create index decision_links_by_impediment on decision_links (organization_id, impediment_id) where impediment_id is not null;
  create index decision_links_by_team on decision_links (organization_id, team_id) where team_id is not null;
  create index decision_links_by_area on decision_links (organization_id, area_id) where area_id is not null;
  create index decision_links_by_product on decision_links (organization_id, product_id) where product_id is not null;
  create index decision_links_by_item on decision_links (organization_id, item_key) where item_key is not null;
  ${tenantTable('decision_links')}

  -- What a proposal means to replace; what it did replace says so itself, in superseded_by.
  create table decision_supersedes (
    organization_id uuid not null,
    decision_id uuid not null,
    superseded_id uuid not null,
    primary key (organization_id, decision_id, superseded_id),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    foreign key (organization_id, superseded_id) references decisions (organization_id, id),
    check (decision_id <> superseded_id)
  );
  create index decision_supersedes_by_superseded on decision_supersedes (organization_id, superseded_id);
  ${tenantTable('decision_supersedes')}

  create table decision_amendments (
    organization_id uuid not null,
    decision_id uuid not null,
    number integer not null check (number >= 1),
    text text not null check (length(text) between 1 and 20000),
    -- Null where a file brought it.
    by uuid,
    at timestamptz not null,
    primary key (organization_id, decision_id, number),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    foreign key (organization_id, by) references people (organization_id, id)
  );
  ${tenantTable('decision_amendments')}

  -- A consent or an advice that is asked for, of one of the two sides.
  create table decision_asks (
    organization_id uuid not null,
    id uuid not null,
    decision_id uuid not null,
    kind text not null check (kind in ('CONSENT', 'ADVICE')),
    side text not null check (side in ('ACCOUNTABLE', 'DELEGATE')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    answer text check (answer in ('CONSENTED', 'OBJECTED', 'ADVISED')),
    words text not null default '' check (length(words) <= 5000),
    answered_by uuid,
    -- Of an answer by a stand-in: whom it was asked of.
    answered_for uuid,
    answered_at timestamptz,
    overdue_told_at timestamptz,
    -- Of what is asked again after other words: an answer to earlier ones was late, or was overdue.
    late_before boolean not null default false,
    -- Asked by another delegation: it is kept as it was, and nobody answers it any more.
    ended_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    foreign key (organization_id, answered_by) references people (organization_id, id),
    foreign key (organization_id, answered_for) references people (organization_id, id),
    constraint decision_asks_due_later check (due_at >= asked_at),
    constraint decision_asks_answered check (
      (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    constraint decision_asks_answers_what_was_asked check ((kind = 'ADVICE') = (answer = 'ADVISED')),
    constraint decision_asks_object_why check (answer <> 'OBJECTED' or words <> '')
  );
  create unique index decision_asks_one_of_a_side on decision_asks (organization_id, decision_id, side, kind)
    where ended_at is null;
  create index decision_asks_of_decision on decision_asks (organization_id, decision_id);
  create index decision_asks_open on decision_asks (organization_id, due_at) where answer is null and ended_at is null;
  ${tenantTable('decision_asks')}

  create table decision_feeds (
    organization_id uuid not null,
    id uuid not null,
    team_id uuid not null,
    secret_hash bytea not null,
    created_by uuid not null,
    created_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, created_by) references people (organization_id, id)
  );
  create unique index decision_feeds_by_secret on decision_feeds (organization_id, secret_hash);
  create index decision_feeds_by_team on decision_feeds (organization_id, team_id);
  ${tenantTable('decision_feeds')}
  -- How a feed reader, which has no session, finds the organization of its address.
  alter table doorways drop constraint doorways_kind_check;
  alter table doorways add constraint doorways_kind_check check (kind in ('slug', 'email', 'demo', 'feed'));
`;

const DELEGATION = `
  create table delegation_board_versions (
    organization_id uuid not null references organizations,
    scope_kind text not null check (scope_kind in ('ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM')),
    scope_id uuid not null,
    product_id uuid generated always as (case scope_kind when 'PRODUCT' then scope_id end) stored,
    area_id uuid generated always as (case scope_kind when 'AREA' then scope_id end) stored,
    team_id uuid generated always as (case scope_kind when 'TEAM' then scope_id end) stored,
    number integer not null check (number >= 1),
    cells jsonb not null check (jsonb_typeof(cells) = 'array'),
    saved_by uuid not null,
    saved_at timestamptz not null,
    note text not null default '' check (length(note) <= 2000),
    primary key (organization_id, scope_id, number),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, area_id) references areas (organization_id, id),
    foreign key (organization_id, team_id) references teams (organization_id, id),
    foreign key (organization_id, saved_by) references people (organization_id, id),
    constraint delegation_board_versions_of_all check (scope_kind <> 'ORGANIZATION' or scope_id = organization_id)
  );
  ${tenantTable('delegation_board_versions')}
`;

const RECORDS = `
  create table decision_records (
    organization_id uuid not null references organizations,
    -- 1, 2, 3, ... without a gap, and each hash continues the one before: the database fills in all three.
    position integer not null check (position >= 1),
    -- Null: of a delegation board.
    decision_id uuid,
    kind text not null check (kind in ('ACCEPTED', 'REJECTED', 'WITHDRAWN', 'VETOED', 'SUPERSEDED', 'REINSTATED', 'REVERTED', 'AMENDED',
                                       'BOARD_SAVED')),
    -- Byte for byte, which json keeps and jsonb does not.
    content json not null,
    -- Of the first one 32 zeros.
    previous_hash bytea not null check (octet_length(previous_hash) = 32),
    hash bytea not null,
    at timestamptz not null,
    primary key (organization_id, position),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    constraint decision_records_of_decision_or_board check ((decision_id is null) = (kind = 'BOARD_SAVED')),
    constraint decision_records_hash_is_true check (hash = sha256(previous_hash || convert_to(content::text, 'UTF8')))
  );
  create index decision_records_by_decision on decision_records (organization_id, decision_id, position);
  create unique index decision_records_no_fork on decision_records (organization_id, previous_hash);
  ${tenantTable('decision_records')}

  -- One at a time in each organization: who comes second sees the record of the first, and continues it.
  create function chapterhouse_chain_record() returns trigger language plpgsql set search_path from current as $$
  declare
    last decision_records;
  begin
    perform pg_advisory_xact_lock(hashtextextended('decision_records:' || new.organization_id, 0));
    select * into last from decision_records r
     where r.organization_id = new.organization_id order by r.position desc limit 1;
    new.position := coalesce(last.position, 0) + 1;
    new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
    new.hash := sha256(new.previous_hash || convert_to(new.content::text, 'UTF8'));
    return new;
  end $$;
  create trigger chained before insert on decision_records for each row execute function chapterhouse_chain_record();

  -- Whoever saves a board, now or as a history: what it said is on the record.
  create function chapterhouse_record_board() returns trigger language plpgsql set search_path from current as $$
  begin
    insert into decision_records (organization_id, kind, content, at) values (new.organization_id, 'BOARD_SAVED',
      json_build_object('format', 1, 'decisionId', null, 'record', 'BOARD_SAVED', 'board', json_build_object(
        'scopeKind', new.scope_kind, 'scopeId', new.scope_id, 'number', new.number, 'cells', new.cells, 'savedBy', new.saved_by,
        'savedAt', to_char(new.saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'note', new.note)),
      new.saved_at);
    return null;
  end $$;
  create trigger recorded after insert on delegation_board_versions for each row execute function chapterhouse_record_board();
`;

const FROZEN = `
  -- A demo is told anew as a whole, by the function that owns the tables; nothing else takes away what is on the record.
  create function chapterhouse_demo_is_forgotten(organization uuid) returns boolean
    language sql stable set search_path from current as $$
    select current_user <> 'chapterhouse_app'
       and exists (select from organizations o where o.organization_id = organization and o.demo)
  $$;

  create function chapterhouse_refuse_removal() returns trigger language plpgsql set search_path from current as $$
  begin
    if chapterhouse_demo_is_forgotten(old.organization_id) then return old; end if;
    raise exception 'A row of % is never removed.', tg_table_name using errcode = 'integrity_constraint_violation';
  end $$;

  create trigger frozen before update on decision_records for each row execute function chapterhouse_refuse_change();
  create trigger frozen before update on decision_amendments for each row execute function chapterhouse_refuse_change();
  create trigger frozen before update on delegation_board_versions for each row execute function chapterhouse_refuse_change();
  create trigger kept before delete on decision_records for each row execute function chapterhouse_refuse_removal();
  create trigger kept before delete on decision_amendments for each row execute function chapterhouse_refuse_removal();
  create trigger kept before delete on delegation_board_versions for each row execute function chapterhouse_refuse_removal();
  create trigger kept before delete on decisions for each row execute function chapterhouse_refuse_removal();
  revoke update, delete on decision_records, decision_amendments, delegation_board_versions from chapterhouse_app;

  -- Never changed in any state: where it comes from, its number, when and by whom it was proposed.
  revoke update, delete on decisions from chapterhouse_app;
  grant update (version, kind, state, scope_kind, product_id, area_id, team_id, decision_area_id, title, words, delegation,
                revisit_on, decided_by, decided_at, veto_ends_at, vetoed_by, vetoed_for, vetoed_at, veto_reason,
                superseded_by, revert_reason, close_reason, updated_at) on decisions to chapterhouse_app;

  create function chapterhouse_decision_moves() returns trigger language plpgsql set search_path from current as $$
  begin
    if new.state <> old.state and not (
         (old.state = 'PROPOSED' and new.state in ('ACCEPTED', 'REJECTED', 'WITHDRAWN'))
      or (old.state = 'ACCEPTED' and new.state in ('SUPERSEDED', 'REVERTED', 'VETOED'))
      -- In force again, since what had replaced it was vetoed, or reverted while it could be.
      or (old.state = 'SUPERSEDED' and new.state = 'ACCEPTED' and exists (
            select from decisions s where s.organization_id = old.organization_id and s.id = old.superseded_by
               and s.state in ('VETOED', 'REVERTED')))) then
      raise exception 'A decision does not go from % to %.', old.state, new.state using errcode = 'integrity_constraint_violation';
    end if;
    if (new.number, new.proposed_by, new.proposed_at, new.brief_id, new.import_identity, new.imported_from)
         is distinct from (old.number, old.proposed_by, old.proposed_at, old.brief_id, old.import_identity, old.imported_from) then
      raise exception 'Where a decision comes from is never changed.' using errcode = 'integrity_constraint_violation';
    end if;
    if old.state <> 'PROPOSED' and (
         (new.title, new.words, new.kind, new.scope_kind, new.product_id, new.area_id, new.team_id, new.decision_area_id,
          new.delegation, new.decided_by, new.decided_at, new.veto_ends_at, new.close_reason)
         is distinct from
         (old.title, old.words, old.kind, old.scope_kind, old.product_id, old.area_id, old.team_id, old.decision_area_id,
          old.delegation, old.decided_by, old.decided_at, old.veto_ends_at, old.close_reason)
         or (new.state = old.state and
             ((new.vetoed_by, new.vetoed_for, new.vetoed_at, new.veto_reason, new.revert_reason)
                is distinct from (old.vetoed_by, old.vetoed_for, old.vetoed_at, old.veto_reason, old.revert_reason)
              -- By what it was superseded may come later than itself, where both come from files.
              or new.superseded_by is distinct from old.superseded_by
                 and (old.superseded_by is not null or old.import_identity is null)))) then
      raise exception 'What was decided is never changed: amend it, or supersede it.' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  create trigger moves before update on decisions for each row execute function chapterhouse_decision_moves();

  -- People, and what it replaces, are of its words. The lock lets nobody decide it in between.
  create function chapterhouse_decided_is_frozen() returns trigger language plpgsql set search_path from current as $$
  declare
    organization uuid := coalesce(new.organization_id, old.organization_id);
    decided boolean;
  begin
    if tg_op = 'DELETE' and chapterhouse_demo_is_forgotten(organization) then return old; end if;
    select bool_or(locked.state <> 'PROPOSED') into decided
      from (select d.state from decisions d where d.organization_id = organization
               and d.id in (new.decision_id, old.decision_id) for no key update) as locked;
    if decided then
      raise exception 'What was decided is never changed: amend it, or supersede it.' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
  create trigger frozen before insert or update or delete on decision_people
    for each row execute function chapterhouse_decided_is_frozen();
  create trigger frozen before insert or update or delete on decision_supersedes
    for each row execute function chapterhouse_decided_is_frozen();

  -- A link that was there when it was decided is of what it was decided about; later ones come and go, and none is changed.
  create function chapterhouse_link_stays() returns trigger language plpgsql set search_path from current as $$
  begin
    if chapterhouse_demo_is_forgotten(old.organization_id) then return old; end if;
    perform from decisions d where d.organization_id = old.organization_id and d.id = old.decision_id
        and d.state <> 'PROPOSED' and old.added_at <= coalesce(d.decided_at, d.proposed_at) for no key update;
    if found then
      raise exception 'What was linked when it was decided stays.' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end $$;
  create trigger stays before delete on decision_links for each row execute function chapterhouse_link_stays();
  create trigger frozen before update on decision_links for each row execute function chapterhouse_refuse_change();
  revoke update on decision_links from chapterhouse_app;

  -- What was answered is of what was decided. Inserting is left to who tells of the past: verify notices an answer too many.
  create function chapterhouse_asks_stay() returns trigger language plpgsql set search_path from current as $$
  begin
    if tg_op = 'DELETE' and chapterhouse_demo_is_forgotten(old.organization_id) then return old; end if;
    perform from decisions d
      where d.organization_id = old.organization_id and d.id = old.decision_id and d.state <> 'PROPOSED';
    if found then
      raise exception 'What was answered before it was decided stays.' using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger stays before update or delete on decision_asks for each row execute function chapterhouse_asks_stay();

  -- No row's trigger hears of a table that is emptied as a whole.
  create function chapterhouse_refuse_emptying() returns trigger language plpgsql as $$
  begin
    raise exception 'Rows of % are never removed all at once.', tg_table_name using errcode = 'integrity_constraint_violation';
  end $$;
  create trigger never_emptied before truncate on decisions execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on decision_people execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on decision_links execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on decision_supersedes execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on decision_amendments execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on decision_asks execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on decision_records execute function chapterhouse_refuse_emptying();
  create trigger never_emptied before truncate on delegation_board_versions execute function chapterhouse_refuse_emptying();
`;
