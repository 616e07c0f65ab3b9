import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * The words of every impediment, for finding what came up before by closeness of text.
 *
 * The operators of full text are not leakproof, so row-level security keeps the app's role from using their index: it
 * would read every text of the organization. Two functions therefore read this one table as its owner, with nothing but
 * the index, and say by themselves that it is of the organization of the transaction. They answer how often words occur
 * and which impediments say them; titles and all else are read under row-level security as everywhere.
 *
 * Triggers keep the table, whoever writes: the release before, imports, an undo, and the function that forgets a demo,
 * which has a search path of its own.
 */
export class ImpedimentTexts1763700000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table impediment_texts (
        organization_id uuid not null,
        impediment_id uuid not null,
        -- Weights: A the title, D the description, C what was said about it.
        words tsvector not null,
        primary key (organization_id, impediment_id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade
      );
      -- No list of pending words: every search would walk it.
      create index impediment_texts_by_word on impediment_texts using gin (words) with (fastupdate = off);
      ${tenantTable('impediment_texts')}
      -- For the two functions below, which act for the owner; the app's role is not the owner.
      create policy search on impediment_texts for select to current_user using (true);

      -- Punctuation of ASCII would make one word of Alloy.createController or a/path; letters of any language stay.
      -- PostgreSQL's English stems leave words of other languages nearly as they are.
      create function chapterhouse_words(given text) returns tsvector language sql immutable parallel safe as $$
        select to_tsvector('english', translate(given, $of$!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~$of$, repeat(' ', 32)))
      $$;

      create function chapterhouse_times_said(word tsquery, most integer) returns bigint
        language sql stable security definer set search_path from current as $$
        select count(*) from (
          select 1 from impediment_texts t
           where t.organization_id = chapterhouse_organization() and t.words @@ word limit most
        ) as said
      $$;

      create function chapterhouse_texts_saying(any_of tsquery) returns table (impediment_id uuid, words tsvector)
        language sql stable security definer set search_path from current as $$
        select t.impediment_id, t.words from impediment_texts t
         where t.organization_id = chapterhouse_organization() and t.words @@ any_of
      $$;

      -- The beginning of a description, and of what was said about it: more would only cost time.
      create function chapterhouse_keep_texts(organization uuid, ids uuid[]) returns void
        language sql set search_path from current as $$
        insert into impediment_texts as t (organization_id, impediment_id, words)
        select i.organization_id, i.id,
               setweight(chapterhouse_words(i.title), 'A') || chapterhouse_words(left(i.description, 2000))
                 || setweight(chapterhouse_words(coalesce(said.comments, '')), 'C')
          from impediments i
          cross join lateral (
            select left(string_agg(left(c.body, 2000), ' ' order by c.at, c.id), 2000) as comments
              from impediment_comments c where c.organization_id = i.organization_id and c.impediment_id = i.id
          ) as said
         where i.organization_id = organization and i.id = any(ids)
         -- In one order, so that two who write at once do not wait for one another.
         order by i.id
        on conflict (organization_id, impediment_id) do update set words = excluded.words where t.words <> excluded.words
      $$;

      create function chapterhouse_impediments_raised() returns trigger
        language plpgsql set search_path from current as $$ begin
        perform chapterhouse_keep_texts(f.organization_id, array_agg(f.id)) from fresh f group by f.organization_id;
        return null;
      end $$;
      create trigger impediments_raised after insert on impediments referencing new table as fresh
        for each statement execute function chapterhouse_impediments_raised();

      create function chapterhouse_impediment_reworded() returns trigger
        language plpgsql set search_path from current as $$ begin
        perform chapterhouse_keep_texts(new.organization_id, array[new.id]);
        return null;
      end $$;
      create trigger impediment_reworded after update of title, description on impediments
        for each row when (old.title <> new.title or old.description <> new.description)
        execute function chapterhouse_impediment_reworded();

      create function chapterhouse_impediments_commented() returns trigger
        language plpgsql set search_path from current as $$ begin
        perform chapterhouse_keep_texts(f.organization_id, array_agg(distinct f.impediment_id))
           from fresh f group by f.organization_id;
        return null;
      end $$;
      create trigger impediments_commented after insert on impediment_comments referencing new table as fresh
        for each statement execute function chapterhouse_impediments_commented();

      -- The words of a comment that is gone are gone with it.
      create function chapterhouse_comment_reworded() returns trigger
        language plpgsql set search_path from current as $$ begin
        perform chapterhouse_keep_texts(old.organization_id, array[old.impediment_id]);
        return null;
      end $$;
      create trigger comment_reworded after update of body on impediment_comments
        for each row when (old.body <> new.body) execute function chapterhouse_comment_reworded();
      create trigger comment_removed after delete on impediment_comments
        for each row execute function chapterhouse_comment_reworded();

      -- What is there already; the owner sees one organization at a time, as everybody.
      do $$ declare
        organization uuid;
        ids uuid[];
      begin
        for organization in select distinct d.organization_id from doorways d loop
          perform set_config('chapterhouse.organization_id', organization::text, true);
          for ids in
            select array_agg(i.id) from (select id, row_number() over (order by id) / 1000 as batch from impediments
                                          where organization_id = organization) as i group by i.batch
          loop
            perform chapterhouse_keep_texts(organization, ids);
          end loop;
        end loop;
        perform set_config('chapterhouse.organization_id', '', true);
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
