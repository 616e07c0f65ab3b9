import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * The words of every decision, with the names of whoever takes part in it and of what it touches, for finding it; and the
 * words that are in use at all, for forgiving how one is spelt.
 *
 * As for impediments (see the migration `impediment-texts`): row-level security keeps the app's role from the indexes of
 * full text and trigrams, so functions read these two tables, which say nothing but words, as their owner, for the
 * organization of the transaction. Everything else about a decision is read under row-level security as everywhere.
 */
export class DecisionSearch1763700000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(KEPT);
    await runner.query(NAMED);
    await runner.query(ASKED);
    await runner.query(`
      create index decisions_by_date on decisions (organization_id, (coalesce(decided_at, proposed_at)) desc, number desc);
      -- Whoever types a whole title means that one. A column of its own: row-level security keeps the app's role from an index of lower().
      alter table decisions add column title_in_small text generated always as (lower(title)) stored;
      create index decisions_by_title on decisions (organization_id, title_in_small);
      -- What is there already; the owner sees one organization at a time, as everybody.
      do $$ declare
        organization uuid;
      begin
        for organization in select distinct d.organization_id from doorways d loop
          perform set_config('chapterhouse.organization_id', organization::text, true);
          perform chapterhouse_keep_decision_texts(organization, array_agg(d.id)) from decisions d having count(*) > 0;
        end loop;
        perform set_config('chapterhouse.organization_id', '', true);
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const TABLES = `
  create table decision_texts (
    organization_id uuid not null,
    decision_id uuid not null,
    -- All of it. Weights: D what it says itself, A the names and keys around it, which change without it.
    words tsvector not null,
    -- What it is ranked by: the title and the beginning of what was decided, so short that it lies in the row itself and
    -- ranking thousands costs little. Weights: A and C of one that counts, B and D of one that is history.
    ranked tsvector not null,
    primary key (organization_id, decision_id),
    foreign key (organization_id, decision_id) references decisions on delete cascade
  );
  -- No list of pending words: every search would walk it.
  create index decision_texts_by_word on decision_texts using gin (words) with (fastupdate = off);
  ${tenantTable('decision_texts')}
  -- For the functions below, which act for the owner; the app's role is not the owner.
  create policy search on decision_texts for select to current_user using (true);

  -- Each word once, with the decision that said it first; twice when two said it at the same moment, so that nobody waits
  -- for anybody. A word that nobody says any more finds nothing.
  create table decision_words (
    organization_id uuid not null,
    word text not null,
    decision_id uuid not null,
    primary key (organization_id, word, decision_id),
    foreign key (organization_id, decision_id) references decisions on delete cascade
  );
  create index decision_words_by_letters on decision_words using gin (word gin_trgm_ops) with (fastupdate = off);
  create index decision_words_by_decision on decision_words (organization_id, decision_id);
  ${tenantTable('decision_words')}
  create policy search on decision_words for select to current_user using (true);
`;

const KEPT = String.raw`
  -- The words as they are, for names and other languages, and their English stems. Punctuation parts words, that of
  -- typesetters too: depending on the locale PostgreSQL takes it for letters.
  create function chapterhouse_lexemes(given text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', parted.words) || to_tsvector('english', parted.words)
      from translate(given, $of$!"#$%&'()*+,-./:;<=>?@[\]^_${'`'}{|}~$of$
             || U&'\00A0\00A7\00AB\00B7\00BB\2010\2011\2012\2013\2014\2018\2019\201A\201C\201D\201E\2022\2026\2190\2192',
             repeat(' ', 52)) as parted(words)
  $$;

  -- What a decision says apart from its title, what was decided first: part by part, with a character between them that
  -- nobody types.
  create function chapterhouse_decision_text(words jsonb) returns text language sql immutable parallel safe as $$
    select concat_ws(E'\n\u0002\n', nullif(words ->> 'outcome', ''), nullif(words ->> 'rationale', ''), nullif(words ->> 'context', ''),
             (select string_agg(said #>> '{}', E'\n\u0002\n')
                from jsonb_path_query(words - '{outcome,rationale,context}'::text[], 'strict $.**') as said
               where jsonb_typeof(said) = 'string' and said #>> '{}' not in ('', 'GOOD', 'NEUTRAL', 'BAD')))
  $$;

  -- Whoever takes part in a decision and what it touches, by the names of now; a key as words, and whole as one more.
  create function chapterhouse_decision_names(organization uuid, decision uuid) returns tsvector
    language sql stable set search_path from current as $$
    select setweight(chapterhouse_lexemes(left(coalesce(string_agg(n.name, ' ' order by n.name), ''), 20000)), 'A')
             || coalesce(array_to_tsvector(array_agg(distinct lower(n.key)) filter (where n.key is not null)), '')
      from (
        select p.name, null as key from decisions d
          join people p on p.organization_id = d.organization_id and p.id in (d.proposed_by, d.decided_by, d.vetoed_by)
         where d.organization_id = organization and d.id = decision
        union
        select coalesce(p.name, x.name), null from decision_people x
          left join people p on p.organization_id = x.organization_id and p.id = x.person_id
         where x.organization_id = organization and x.decision_id = decision
        union
        select concat_ws(' ', k.key, coalesce(i.title, t.name, a.name, p.name, b.title, nullif(l.title, ''), l.url)), k.key
          from decision_links l
          left join impediments i on i.organization_id = l.organization_id and i.id = l.impediment_id
          left join teams t on t.organization_id = l.organization_id and t.id = l.team_id
          left join areas a on a.organization_id = l.organization_id and a.id = l.area_id
          left join products p on p.organization_id = l.organization_id and p.id = l.product_id
          left join backlog_items b on b.organization_id = l.organization_id and b.external_key = l.item_key
         cross join lateral (select coalesce(l.item_key, 'IMP-' || i.number) as key) as k
         where l.organization_id = organization and l.decision_id = decision
      ) as n
  $$;

  create function chapterhouse_keep_decision_words(organization uuid, ids uuid[], weights "char"[]) returns void
    language sql set search_path from current as $$
    insert into decision_words (organization_id, word, decision_id)
    select distinct on (w.lexeme) t.organization_id, w.lexeme, t.decision_id
      from decision_texts t cross join lateral unnest(ts_filter(t.words, weights)) as w
     where t.organization_id = organization and t.decision_id = any(ids)
       and length(w.lexeme) between 3 and 40 and w.lexeme !~ '[0-9]'
       and not exists (select from decision_words k where k.organization_id = organization and k.word = w.lexeme)
     order by w.lexeme, t.decision_id
    on conflict do nothing
  $$;

  create function chapterhouse_keep_decision_texts(organization uuid, ids uuid[]) returns void
    language sql set search_path from current as $$
    insert into decision_texts as t (organization_id, decision_id, words, ranked)
    select d.organization_id, d.id,
           chapterhouse_lexemes(d.title) || chapterhouse_lexemes(said.decided) || chapterhouse_lexemes(said.context)
             || chapterhouse_lexemes(said.rest) || chapterhouse_decision_names(d.organization_id, d.id),
           setweight(chapterhouse_lexemes(d.title), (case when counts then 'A' else 'B' end)::"char")
             || setweight(chapterhouse_lexemes(left(said.decided, 300)), (case when counts then 'C' else 'D' end)::"char")
      from decisions d
      cross join lateral (select left(concat_ws(' ', d.words ->> 'outcome', d.words ->> 'rationale'), 40000) as decided,
                                 left(coalesce(d.words ->> 'context', ''), 40000) as context,
                                 left(chapterhouse_decision_text(d.words - '{outcome,rationale,context}'::text[]), 40000) as rest,
                                 d.state in ('PROPOSED', 'ACCEPTED') as counts) as said
     where d.organization_id = organization and d.id = any(ids)
     -- In one order, so that two who write at once do not wait for one another.
     order by d.id
    on conflict (organization_id, decision_id) do update set words = excluded.words, ranked = excluded.ranked;
    select chapterhouse_keep_decision_words(organization, ids, '{a,d}')
  $$;

  create function chapterhouse_decisions_proposed() returns trigger
    language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_texts(f.organization_id, array_agg(f.id)) from fresh f group by f.organization_id;
    return null;
  end $$;
  create trigger decisions_worded after insert on decisions referencing new table as fresh
    for each statement execute function chapterhouse_decisions_proposed();

  create function chapterhouse_decision_reworded() returns trigger
    language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_texts(new.organization_id, array[new.id]);
    return null;
  end $$;
  create trigger decision_reworded after update of title, words, state on decisions for each row
    when (old.title <> new.title or old.words <> new.words
          or (old.state in ('PROPOSED', 'ACCEPTED')) <> (new.state in ('PROPOSED', 'ACCEPTED')))
    execute function chapterhouse_decision_reworded();
`;

const NAMED = `
  create function chapterhouse_keep_decision_names(organization uuid, ids uuid[]) returns void
    language sql set search_path from current as $$
    update decision_texts t set words = now.words
      -- In one order, as above.
      from (select k.decision_id,
                   ts_filter(k.words, '{d}') || chapterhouse_decision_names(k.organization_id, k.decision_id) as words
              from decision_texts k where k.organization_id = organization and k.decision_id = any(ids)
             order by k.decision_id for no key update) as now
     where t.organization_id = organization and t.decision_id = now.decision_id and t.words <> now.words;
    select chapterhouse_keep_decision_words(organization, ids, '{a}')
  $$;

  create function chapterhouse_decision_ended() returns trigger language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_names(new.organization_id, array[new.id]);
    return null;
  end $$;
  create trigger decision_ended after update of decided_by, vetoed_by on decisions for each row
    when ((old.decided_by, old.vetoed_by) is distinct from (new.decided_by, new.vetoed_by))
    execute function chapterhouse_decision_ended();

  -- Of people and links that come or go; a link is never changed.
  create function chapterhouse_beside_decisions() returns trigger language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_names(c.organization_id, array_agg(distinct c.decision_id))
       from changed c group by c.organization_id;
    return null;
  end $$;
  create trigger named_in_decisions after insert on decision_people referencing new table as changed
    for each statement execute function chapterhouse_beside_decisions();
  create trigger named_otherwise_in_decisions after update on decision_people referencing new table as changed
    for each statement execute function chapterhouse_beside_decisions();
  create trigger no_more_in_decisions after delete on decision_people referencing old table as changed
    for each statement execute function chapterhouse_beside_decisions();
  create trigger touched_by_decisions after insert on decision_links referencing new table as changed
    for each statement execute function chapterhouse_beside_decisions();
  create trigger no_more_touched_by_decisions after delete on decision_links referencing old table as changed
    for each statement execute function chapterhouse_beside_decisions();

  -- Of whatever has an id, which nothing of another kind has: each line is a probe of an index.
  create function chapterhouse_renamed_beside_decisions() returns trigger
    language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_names(new.organization_id, array_agg(named.id)) from (
      select d.id from decisions d where d.organization_id = new.organization_id and d.proposed_by = new.id
      union select d.id from decisions d where d.organization_id = new.organization_id and d.decided_by = new.id
      union select d.id from decisions d
             where d.organization_id = new.organization_id and d.state = 'VETOED' and d.vetoed_by = new.id
      union select x.decision_id from decision_people x where x.organization_id = new.organization_id and x.person_id = new.id
      union select l.decision_id from decision_links l where l.organization_id = new.organization_id and l.impediment_id = new.id
      union select l.decision_id from decision_links l where l.organization_id = new.organization_id and l.team_id = new.id
      union select l.decision_id from decision_links l where l.organization_id = new.organization_id and l.area_id = new.id
      union select l.decision_id from decision_links l where l.organization_id = new.organization_id and l.product_id = new.id
    ) as named having count(*) > 0;
    return null;
  end $$;
  create trigger renamed_beside_decisions after update of name on people for each row
    when (old.name <> new.name) execute function chapterhouse_renamed_beside_decisions();
  create trigger renamed_beside_decisions after update of name on teams for each row
    when (old.name <> new.name) execute function chapterhouse_renamed_beside_decisions();
  create trigger renamed_beside_decisions after update of name on areas for each row
    when (old.name <> new.name) execute function chapterhouse_renamed_beside_decisions();
  create trigger renamed_beside_decisions after update of name on products for each row
    when (old.name <> new.name) execute function chapterhouse_renamed_beside_decisions();
  create trigger renamed_beside_decisions after update of title on impediments for each row
    when (old.title <> new.title) execute function chapterhouse_renamed_beside_decisions();

  -- Items are linked by their keys, also before they are in the backlog.
  create function chapterhouse_items_beside_decisions() returns trigger
    language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_names(l.organization_id, array_agg(distinct l.decision_id))
       from changed c join decision_links l on l.organization_id = c.organization_id and l.item_key = c.external_key
      group by l.organization_id;
    return null;
  end $$;
  create trigger added_beside_decisions after insert on backlog_items referencing new table as changed
    for each statement execute function chapterhouse_items_beside_decisions();
  create trigger removed_beside_decisions after delete on backlog_items referencing old table as changed
    for each statement execute function chapterhouse_items_beside_decisions();
  create function chapterhouse_item_renamed_beside_decisions() returns trigger
    language plpgsql set search_path from current as $$ begin
    perform chapterhouse_keep_decision_names(new.organization_id, array_agg(distinct l.decision_id))
       from decision_links l
      where l.organization_id = new.organization_id and l.item_key in (old.external_key, new.external_key)
     having count(*) > 0;
    return null;
  end $$;
  create trigger renamed_beside_decisions after update of title, external_key on backlog_items for each row
    when ((old.title, old.external_key) is distinct from (new.title, new.external_key))
    execute function chapterhouse_item_renamed_beside_decisions();
`;

const ASKED = `
  -- What it must say, and the words that it is ranked by: not all of them need to occur. What touches one of the keys comes
  -- before all that does not: ranks are less than 1.
  create function chapterhouse_decisions_saying(asked tsquery, by_words tsquery, keys tsquery default null)
    returns table (decision_id uuid, rank real) language sql stable security definer set search_path from current as $$
    select t.decision_id, (ts_rank('{0.1, 0.25, 0.5, 1}', t.ranked, by_words)
                            + case when keys is not null and t.words @@ keys then 1 else 0 end)::real
      from decision_texts t
     where t.organization_id = chapterhouse_organization() and t.words @@ asked
  $$;

  create function chapterhouse_times_decided(word tsquery, most integer) returns bigint
    language sql stable security definer set search_path from current as $$
    select count(*) from (
      select 1 from decision_texts t
       where t.organization_id = chapterhouse_organization() and t.words @@ word limit most
    ) as said
  $$;

  -- Words in use whose letters are most like those; of so many more letters at most, or of up to two fewer.
  create function chapterhouse_words_like(given text, longer integer, most integer) returns table (word text)
    language sql stable security definer set search_path from current set pg_trgm.similarity_threshold = 0.2 as $$
    select w.word from decision_words w
     where w.organization_id = chapterhouse_organization() and w.word % given
       and length(w.word) between length(given) - 2 and length(given) + longer
     group by w.word order by similarity(w.word, given) desc, w.word limit most
  $$;
`;
