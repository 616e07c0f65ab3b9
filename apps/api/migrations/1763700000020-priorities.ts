import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * The backlog in three tiers, Product Goals, the one order of each product with its moves, capacity targets, dependencies,
 * scenarios and saved mappings of imports. Backlog items were minimal records until now; a trigger fills what the release
 * before does not know, so that both can write at once.
 */
export class Priorities1763700000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GOALS);
    await runner.query(ITEMS);
    await runner.query(PLACED);
    await runner.query(TEXTS);
    await runner.query(SLOTS);
    await runner.query(BACKFILL);
    await runner.query(ITEM_RULES);
    await runner.query(ORDER);
    await runner.query(DEPENDENCIES);
    await runner.query(SCENARIOS);
    await runner.query(IMPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const GOALS = `
  create table product_goals (
    organization_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    title text not null check (length(title) between 1 and 300),
    description text not null default '' check (length(description) <= 20000),
    -- name, unit, baseline, target, current
    measures jsonb not null default '[]' check (jsonb_typeof(measures) = 'array' and jsonb_array_length(measures) <= 20),
    state text not null default 'PLANNED' check (state in ('PLANNED', 'ACTIVE', 'ACHIEVED', 'ABANDONED')),
    active_since timestamptz,
    ended_at timestamptz,
    ended_words text not null default '' check (length(ended_words) <= 5000),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, product_id) references products,
    constraint product_goals_active_since check (state <> 'ACTIVE' or active_since is not null),
    constraint product_goals_ended check ((state in ('ACHIEVED', 'ABANDONED')) = (ended_at is not null)),
    constraint product_goals_ended_in_words check (state not in ('ACHIEVED', 'ABANDONED') or ended_words <> '')
  );
  -- One at a time: the Scrum Guide's rule, kept by the database.
  create unique index product_goals_one_active on product_goals (organization_id, product_id) where state = 'ACTIVE';
  create index product_goals_by_product on product_goals (organization_id, product_id, created_at);
  ${tenantTable('product_goals')}
`;

const ITEMS = `
  create table backlog_counters (
    organization_id uuid primary key references organizations,
    last_number integer not null default 0
  );
  ${tenantTable('backlog_counters')}

  alter table backlog_items
    -- Of those written here; their key is B-<number>. Null: an import brought it.
    add column number integer check (number >= 1),
    add column product_id uuid,
    add column area_id uuid,
    add column tier text check (tier in ('EPIC', 'FEATURE', 'TASK')),
    add column kind text check (kind in ('VALUE', 'DEBT', 'DEFECT', 'ENABLER')),
    add column description text not null default '' check (length(description) <= 100000),
    add column acceptance_criteria jsonb not null default '[]'
      check (jsonb_typeof(acceptance_criteria) = 'array' and jsonb_array_length(acceptance_criteria) <= 100),
    add column parent_id uuid,
    add column goal_id uuid,
    add column assignee_id uuid,
    add column value smallint check (value in (1, 2, 3, 5, 8, 13, 20)),
    add column time_criticality smallint check (time_criticality in (1, 2, 3, 5, 8, 13, 20)),
    add column risk_reduction smallint check (risk_reduction in (1, 2, 3, 5, 8, 13, 20)),
    -- Among the tasks of one parent; null comes last, by age.
    add column task_rank text collate "C" check (length(task_rank) between 2 and 100),
    add column dropped_reason text not null default '' check (length(dropped_reason) <= 5000),
    add column updated_at timestamptz not null default now(),
    -- Fields of an imported item that somebody changed here: the next import leaves them alone.
    add column hand_edited text[] not null default '{}',
    add foreign key (organization_id, product_id) references products (organization_id, id),
    add foreign key (organization_id, area_id) references areas (organization_id, id),
    add foreign key (organization_id, parent_id) references backlog_items (organization_id, id),
    add foreign key (organization_id, goal_id) references product_goals (organization_id, id),
    add foreign key (organization_id, assignee_id) references people (organization_id, id);
  alter table backlog_items set (fillfactor = 80);
`;

const PLACED = `
  -- What a type of another tool most likely is. Whoever writes a tier says so.
  create function chapterhouse_tier_of(type text, parent_key text) returns text language sql immutable parallel safe as $$
    select case
      when type ~* '^(epic|initiative|theme)' then 'EPIC'
      when type ~* '^sub-?task' then 'TASK'
      when type ~* '^(technical )?task$' and parent_key is not null then 'TASK'
      else 'FEATURE' end
  $$;
  create function chapterhouse_kind_of(type text) returns text language sql immutable parallel safe as $$
    select case
      when type ~* '(bug|defect|incident|fault)' then 'DEFECT'
      when type ~* '(debt|refactor|maintenance|chore)' then 'DEBT'
      when type ~* '(enabler|spike|research|architecture)' then 'ENABLER'
      else 'VALUE' end
  $$;

  -- Whoever knows no products, as the release before, leaves them to the team: an item of a team is in the team's area.
  create function chapterhouse_item_placed() returns trigger language plpgsql set search_path from current as $$
  declare
    home record;
  begin
    if new.product_id is null then
      select a.id as area_id, a.product_id into home
        from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
       where t.organization_id = new.organization_id and t.id = new.team_id;
      new.area_id := coalesce(new.area_id, home.area_id);
      new.product_id := coalesce(home.product_id, (
        select p.id from products p where p.organization_id = new.organization_id order by p.created_at, p.id limit 1));
    end if;
    new.tier := coalesce(new.tier, chapterhouse_tier_of(new.type, new.parent_key));
    new.kind := coalesce(new.kind, chapterhouse_kind_of(new.type));
    return new;
  end $$;
  create trigger placed before insert on backlog_items for each row execute function chapterhouse_item_placed();
`;

const TEXTS = `
  -- The words of every item, for finding it; as for decisions (see the migration \`decision-search\`).
  create table item_texts (
    organization_id uuid not null,
    item_id uuid not null,
    -- Weights: A the key and the title, D the rest.
    words tsvector not null,
    primary key (organization_id, item_id),
    foreign key (organization_id, item_id) references backlog_items on delete cascade
  );
  -- No list of pending words: every search would walk it.
  create index item_texts_by_word on item_texts using gin (words) with (fastupdate = off);
  ${tenantTable('item_texts')}
  -- For the function below, which acts for the owner; the app's role is not the owner.
  create policy search on item_texts for select to current_user using (true);

  create function chapterhouse_keep_item_texts(organization uuid, ids uuid[]) returns void
    language sql set search_path from current as $$
    insert into item_texts as t (organization_id, item_id, words)
    select b.organization_id, b.id,
           setweight(chapterhouse_lexemes(b.external_key || ' ' || b.title), 'A')
             || setweight(chapterhouse_lexemes(left(b.description, 20000) || ' ' || left(b.acceptance_criteria::text, 20000)), 'D')
      from backlog_items b
     where b.organization_id = organization and b.id = any(ids)
     -- In one order, so that two who write at once do not wait for one another.
     order by b.id
    on conflict (organization_id, item_id) do update set words = excluded.words where t.words <> excluded.words
  $$;
  create function chapterhouse_items_written() returns trigger language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_item_texts(f.organization_id, array_agg(f.id)) from fresh f group by f.organization_id;
    return null;
  end $$;
  create trigger items_written after insert on backlog_items referencing new table as fresh
    for each statement execute function chapterhouse_items_written();
  create function chapterhouse_item_reworded() returns trigger language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_item_texts(new.organization_id, array[new.id]);
    return null;
  end $$;
  create trigger item_reworded after update on backlog_items for each row
    when (old.title <> new.title or old.description <> new.description or old.acceptance_criteria <> new.acceptance_criteria
          or old.external_key <> new.external_key)
    execute function chapterhouse_item_reworded();

  -- What it must say, and how well it says so.
  create function chapterhouse_items_saying(asked tsquery) returns table (item_id uuid, rank real)
    language sql stable security definer set search_path from current as $$
    select t.item_id, ts_rank('{0.1, 0.25, 0.5, 1}', t.words, asked) from item_texts t
     where t.organization_id = chapterhouse_organization() and t.words @@ asked
  $$;

  -- The n-th of the keys that stand in order from the start: whole numbers of fractional indexing, 62 to the fourth of them.
  create function chapterhouse_rank(n bigint) returns text language sql immutable parallel safe as $$
    select 'd' || string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                                    (n / place % 62)::integer + 1, 1), '' order by place desc)
      from unnest(array[238328, 3844, 62, 1]::bigint[]) as place
  $$;
`;

const SLOTS = `
  -- The open epics and features of each product in their one order. A group is an area, or the product for items in none:
  -- its slots sorted by slot_rank are held by its items sorted by area_rank, the first by the first. So a row stores one
  -- slot of its group and one item's place among the group's, and the two need not meet. Apart from the items, so that a
  -- move writes none of them, and who reads the order reads little.
  create table order_slots (
    organization_id uuid not null,
    product_id uuid not null,
    item_id uuid not null,
    group_id uuid not null,
    slot_rank text collate "C" not null check (length(slot_rank) between 2 and 100),
    area_rank text collate "C" not null check (length(area_rank) between 2 and 100),
    primary key (organization_id, item_id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, item_id) references backlog_items (organization_id, id) on delete cascade,
    -- Checked when a statement ends, so that two may swap in one.
    constraint order_slots_one_slot unique (organization_id, product_id, slot_rank) include (group_id) deferrable initially immediate,
    constraint order_slots_one_place unique (organization_id, product_id, group_id, area_rank) include (item_id)
      deferrable initially immediate
  ) with (fillfactor = 70);
  create index order_slots_of_group on order_slots (organization_id, product_id, group_id, slot_rank);
  ${tenantTable('order_slots')}
`;

const BACKFILL = `
  -- What is there already; the owner sees one organization at a time, as everybody.
  do $$ declare
    organization uuid;
  begin
    for organization in select distinct d.organization_id from doorways d loop
      perform set_config('chapterhouse.organization_id', organization::text, true);
      insert into products (organization_id, id, name)
      select o.organization_id, gen_random_uuid(), o.name from organizations o
       where o.organization_id = organization
         and exists (select from backlog_items b where b.organization_id = organization)
         and not exists (select from products p where p.organization_id = organization);
      update backlog_items b
         set area_id = home.area_id,
             product_id = coalesce(home.product_id, (
               select p.id from products p where p.organization_id = organization order by p.created_at, p.id limit 1)),
             tier = chapterhouse_tier_of(b.type, b.parent_key),
             kind = chapterhouse_kind_of(b.type),
             updated_at = coalesce(b.resolved_at, b.created_at)
        from backlog_items i
        left join teams t on t.organization_id = organization and t.id = i.team_id
        left join lateral (
          select a.id as area_id, a.product_id from areas a where a.organization_id = organization and a.id = t.area_id
        ) as home on true
       where b.organization_id = organization and i.organization_id = organization and i.id = b.id;
      update backlog_items b set parent_id = p.id
        from backlog_items p
       where b.organization_id = organization and p.organization_id = organization and p.external_key = b.parent_key
         and p.product_id = b.product_id and p.id <> b.id
         and (b.tier, p.tier) in (('TASK', 'FEATURE'), ('TASK', 'EPIC'), ('FEATURE', 'EPIC'));
      -- In the order in which they came.
      insert into order_slots (organization_id, product_id, item_id, group_id, slot_rank, area_rank)
      select organization, o.product_id, o.id, coalesce(o.area_id, o.product_id), chapterhouse_rank(o.place), chapterhouse_rank(o.place)
        from (select i.id, i.product_id, i.area_id, row_number() over (partition by i.product_id order by i.created_at, i.id) as place
                from backlog_items i
               where i.organization_id = organization and i.tier <> 'TASK' and i.state not in ('DONE', 'DROPPED')) as o;
      perform chapterhouse_keep_item_texts(organization, array_agg(b.id)) from backlog_items b having count(*) > 0;
    end loop;
    perform set_config('chapterhouse.organization_id', '', true);
  end $$;
`;

const ITEM_RULES = `
  alter table backlog_items
    alter column product_id set not null,
    alter column tier set not null,
    alter column kind set not null,
    add constraint backlog_items_not_its_own_parent check (parent_id <> id),
    add constraint backlog_items_epic_has_no_parent check (tier <> 'EPIC' or parent_id is null);
  create unique index backlog_items_by_number on backlog_items (organization_id, number) where number is not null;
  -- Not by organization first: while statistics know nothing of an organization's new rows, an index that begins with it
  -- looks as good for finding one item as the key itself, and walks all of them.
  create index backlog_items_by_product on backlog_items (product_id, organization_id, state, tier);
  drop index backlog_items_by_team;
  create index backlog_items_by_team on backlog_items (team_id, organization_id);
  create index backlog_items_by_area on backlog_items (organization_id, area_id) where area_id is not null;
  create index backlog_items_by_parent on backlog_items (organization_id, parent_id) where parent_id is not null;
  create index backlog_items_by_parent_key on backlog_items (organization_id, parent_key) where parent_key is not null;
  create index backlog_items_by_goal on backlog_items (organization_id, goal_id) where goal_id is not null;
  create index backlog_items_by_assignee on backlog_items (organization_id, assignee_id) where assignee_id is not null;
  create index backlog_items_by_change on backlog_items (product_id, organization_id, updated_at desc, id);

  -- What was before a change of many, so that it can be taken back once.
  create table bulk_item_edits (
    organization_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    product_id uuid not null,
    label text not null,
    -- Of each item: its id, the version that the change led to, and the fields as they were.
    before jsonb not null check (jsonb_typeof(before) = 'array'),
    -- The database's clock: what was promised in one process is kept by any other.
    made_at timestamptz not null default clock_timestamp(),
    undone_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, person_id) references people,
    foreign key (organization_id, product_id) references products
  );
  create index bulk_item_edits_by_person on bulk_item_edits (organization_id, person_id, made_at desc);
  ${tenantTable('bulk_item_edits')}

  -- An event of many has one subject: these are all of them, with the version that it led each of them to.
  create table bulk_item_changes (
    organization_id uuid not null,
    item_id uuid not null,
    event_id bigint not null,
    version integer not null,
    primary key (organization_id, item_id, event_id),
    foreign key (organization_id, item_id) references backlog_items (organization_id, id) on delete cascade,
    foreign key (organization_id, event_id) references events (organization_id, id)
  );
  ${tenantTable('bulk_item_changes')}

  -- As another tool said it, its direction kept; the other one may be here, come later, or never.
  create table item_links (
    organization_id uuid not null,
    id uuid not null,
    from_item_id uuid not null,
    type text not null check (length(type) between 1 and 100),
    outward boolean not null,
    phrase text not null check (length(phrase) <= 200),
    other_key text not null check (length(other_key) between 1 and 100),
    other_item_id uuid,
    primary key (organization_id, id),
    foreign key (organization_id, from_item_id) references backlog_items (organization_id, id) on delete cascade,
    foreign key (organization_id, other_item_id) references backlog_items (organization_id, id) on delete set null (other_item_id)
  );
  create unique index item_links_once on item_links (from_item_id, organization_id, type, outward, other_key);
  create index item_links_by_other on item_links (organization_id, other_item_id) where other_item_id is not null;
  create index item_links_to_resolve on item_links (other_key, organization_id) where other_item_id is null;
  ${tenantTable('item_links')}
`;

const ORDER = `
  -- One row per product: its lock, how many moves it has seen, the version of its capacity targets.
  create table product_orders (
    organization_id uuid not null,
    product_id uuid not null,
    number integer not null default 0,
    version integer not null default 1,
    primary key (organization_id, product_id),
    foreign key (organization_id, product_id) references products
  ) with (fillfactor = 50);
  ${tenantTable('product_orders')}

  create table capacity_targets (
    organization_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    area_id uuid,
    kind text check (kind in ('VALUE', 'DEBT', 'DEFECT', 'ENABLER')),
    share numeric(5, 2) not null check (share between 0 and 100),
    primary key (organization_id, id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, area_id) references areas (organization_id, id),
    constraint capacity_targets_of_something check (num_nonnulls(area_id, kind) >= 1),
    constraint capacity_targets_once unique nulls not distinct (organization_id, product_id, area_id, kind)
  );
  ${tenantTable('capacity_targets')}
`;

const DEPENDENCIES = `
  create table dependency_counters (
    organization_id uuid primary key references organizations,
    last_number integer not null default 0
  );
  ${tenantTable('dependency_counters')}

  create table dependencies (
    organization_id uuid not null,
    id uuid not null,
    number integer not null check (number >= 1),
    version integer not null default 1,
    consumer_id uuid not null,
    provider_id uuid,
    -- Who provides, where no item is named; else it follows from the item.
    provider_team_id uuid,
    state text not null check (state in ('REQUESTED', 'COMMITTED', 'COUNTERED', 'DECLINED', 'DELIVERED', 'WITHDRAWN')),
    words text not null check (length(words) between 1 and 5000),
    needed_by date not null,
    promised_for date,
    proposed_for date,
    requested_by uuid not null,
    requested_at timestamptz not null,
    -- Since when the one whose turn it is has been asked, and until when they are to answer.
    asked_at timestamptz not null,
    answer_due_at timestamptz,
    reminded_at timestamptz,
    impediment_id uuid,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, consumer_id) references backlog_items (organization_id, id),
    foreign key (organization_id, provider_id) references backlog_items (organization_id, id),
    foreign key (organization_id, provider_team_id) references teams (organization_id, id),
    foreign key (organization_id, requested_by) references people (organization_id, id),
    foreign key (organization_id, impediment_id) references impediments (organization_id, id),
    constraint dependencies_by_somebody check (num_nonnulls(provider_id, provider_team_id) >= 1),
    constraint dependencies_not_on_itself check (provider_id <> consumer_id),
    constraint dependencies_promised check (state not in ('COMMITTED', 'DELIVERED') or promised_for is not null),
    constraint dependencies_countered check (state <> 'COUNTERED' or proposed_for is not null),
    constraint dependencies_clock check ((state in ('REQUESTED', 'COUNTERED')) = (answer_due_at is not null))
  ) with (fillfactor = 80);
  create unique index dependencies_by_number on dependencies (organization_id, number);
  create index dependencies_by_consumer on dependencies (organization_id, consumer_id);
  create index dependencies_by_provider on dependencies (organization_id, provider_id) where provider_id is not null;
  create index dependencies_by_team on dependencies (organization_id, provider_team_id) where provider_team_id is not null;
  create index dependencies_by_day on dependencies (organization_id, needed_by, id);
  create index dependencies_by_impediment on dependencies (organization_id, impediment_id) where impediment_id is not null;
  create index dependencies_to_answer on dependencies (organization_id, answer_due_at) where answer_due_at is not null;
  ${tenantTable('dependencies')}

  create table dependency_steps (
    organization_id uuid not null,
    dependency_id uuid not null,
    position integer not null check (position >= 1),
    state text not null check (state in ('REQUESTED', 'COMMITTED', 'COUNTERED', 'DECLINED', 'DELIVERED', 'WITHDRAWN')),
    by_id uuid not null,
    at timestamptz not null,
    date date,
    words text not null default '' check (length(words) <= 5000),
    primary key (organization_id, dependency_id, position),
    foreign key (organization_id, dependency_id) references dependencies (organization_id, id),
    foreign key (organization_id, by_id) references people (organization_id, id)
  );
  ${tenantTable('dependency_steps')}
`;

const SCENARIOS = `
  create table scenarios (
    organization_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    note text not null default '' check (length(note) <= 5000),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'SHARED', 'PUBLISHED', 'DISCARDED')),
    owner_id uuid not null,
    base_number integer not null check (base_number >= 0),
    -- The order as it was when it was copied, first to last.
    base_item_ids uuid[] not null,
    moves jsonb not null default '[]' check (jsonb_typeof(moves) = 'array'),
    decision_id uuid,
    published_at timestamptz,
    published_number integer,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, owner_id) references people (organization_id, id),
    foreign key (organization_id, decision_id) references decisions (organization_id, id),
    constraint scenarios_published_whole check (
      (state = 'PUBLISHED') = (decision_id is not null and published_at is not null and published_number is not null))
  );
  create index scenarios_by_product on scenarios (organization_id, product_id, updated_at desc);
  create index scenarios_by_owner on scenarios (organization_id, owner_id);
  ${tenantTable('scenarios')}

  create table scenario_comments (
    organization_id uuid not null,
    id uuid not null,
    scenario_id uuid not null,
    by_id uuid not null,
    at timestamptz not null,
    text text not null check (length(text) between 1 and 5000),
    primary key (organization_id, id),
    foreign key (organization_id, scenario_id) references scenarios (organization_id, id),
    foreign key (organization_id, by_id) references people (organization_id, id)
  );
  create index scenario_comments_by_scenario on scenario_comments (organization_id, scenario_id, at);
  ${tenantTable('scenario_comments')}

  -- Who moved what and why; gapless in each product.
  create table order_moves (
    organization_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    number integer not null check (number >= 1),
    -- The first of those that went together.
    item_id uuid not null,
    scope text not null check (scope in ('ORDER', 'AREA', 'SCENARIO', 'RULE')),
    -- Of an AREA move: whose slots.
    area_id uuid,
    from_position integer check (from_position >= 1),
    to_position integer check (to_position >= 1),
    count integer not null check (count >= 1),
    -- Of each that went: itemId, from, to.
    shifts jsonb not null check (jsonb_typeof(shifts) = 'array'),
    -- Null: no person did.
    by_id uuid,
    reason text not null default '' check (length(reason) <= 5000),
    scenario_id uuid,
    -- The move that this one took back.
    undoes_id uuid,
    at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, product_id) references products (organization_id, id),
    foreign key (organization_id, item_id) references backlog_items (organization_id, id),
    foreign key (organization_id, area_id) references areas (organization_id, id),
    foreign key (organization_id, by_id) references people (organization_id, id),
    foreign key (organization_id, scenario_id) references scenarios (organization_id, id),
    foreign key (organization_id, undoes_id) references order_moves (organization_id, id)
  );
  create unique index order_moves_by_number on order_moves (organization_id, product_id, number);
  -- The moves in which an item went along.
  create index order_moves_by_item on order_moves using gin (shifts jsonb_path_ops);
  create unique index order_moves_undone_once on order_moves (organization_id, undoes_id) where undoes_id is not null;
  ${tenantTable('order_moves')}
`;

const IMPORTS = `
  alter table imports drop constraint imports_kind_check;
  alter table imports add constraint imports_kind_check
    check (kind in ('ORG', 'SIGS', 'JIRA_JSON', 'JIRA_CSV', 'ADR', 'KEP'));

  create table import_mappings (
    organization_id uuid not null references organizations,
    id uuid not null,
    kind text not null check (kind in ('ORG', 'SIGS', 'JIRA_JSON', 'JIRA_CSV', 'ADR', 'KEP')),
    name text not null check (length(name) between 1 and 100),
    mapping jsonb not null check (jsonb_typeof(mapping) = 'object' and length(mapping::text) <= 500000),
    created_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, created_by) references people (organization_id, id)
  );
  create unique index import_mappings_one_name on import_mappings (organization_id, kind, lower(name));
  ${tenantTable('import_mappings')}
`;
