import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What runs of checklists are called, what is noted at their steps, and how teams get on with what they follow: for finding it, beside the
 * texts of communities. Walks are found by who is on them, too.
 */
export class TextsOfUse1763700000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KINDS);
    await runner.query(RUNS);
    await runner.query(ADOPTIONS);
    await runner.query(WALKS);
    await runner.query(TREES);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const KINDS = `
  alter table community_texts
    drop constraint community_texts_kind_check,
    add constraint community_texts_kind_check check (kind in ('COMMUNITY', 'DISCUSSION', 'IDEA', 'CHECKLIST_RUN', 'ADOPTION'));
`;

/** A title never changes; a note is a part of its own, named by its step. */
const RUNS = `
  create function chapterhouse_run_worded() returns trigger language plpgsql set search_path from current as $$ begin
    insert into community_texts (organization_id, kind, thing_id, part_id, words)
    values (new.organization_id, 'CHECKLIST_RUN', new.id, new.id, setweight(chapterhouse_lexemes(new.title), 'A'));
    return null;
  end $$;
  create trigger worded after insert on checklist_runs for each row execute function chapterhouse_run_worded();

  create function chapterhouse_run_step_worded() returns trigger language plpgsql set search_path from current as $$ begin
    insert into community_texts (organization_id, kind, thing_id, part_id, words)
    values (new.organization_id, 'CHECKLIST_RUN', new.run_id, md5(new.run_id || ' ' || new.step_id)::uuid,
            setweight(chapterhouse_lexemes(new.note), 'D'))
    on conflict (organization_id, thing_id, part_id) do update set words = excluded.words;
    return null;
  end $$;
  create trigger worded after insert on checklist_run_steps for each row
    when (new.note <> '') execute function chapterhouse_run_step_worded();
  create trigger reworded after update of note on checklist_run_steps for each row
    when (old.note is distinct from new.note) execute function chapterhouse_run_step_worded();
`;

const ADOPTIONS = `
  create function chapterhouse_adoption_worded() returns trigger language plpgsql set search_path from current as $$ begin
    insert into community_texts (organization_id, kind, thing_id, part_id, words)
    values (new.organization_id, 'ADOPTION', new.id, new.id, setweight(chapterhouse_lexemes(new.note), 'D'))
    on conflict (organization_id, thing_id, part_id) do update set words = excluded.words;
    return null;
  end $$;
  create trigger worded after insert on adoptions for each row when (new.note <> '') execute function chapterhouse_adoption_worded();
  create trigger reworded after update of note on adoptions for each row
    when (old.note is distinct from new.note) execute function chapterhouse_adoption_worded();
`;

const WALKS = `
  create index tree_walks_of_person on tree_walks (organization_id, person_id, touched_at desc) where person_id is not null;
`;

/** Of a flowchart what people read: not its first line, how it looks, nor the marks between words. */
const TREES = `
  create function chapterhouse_flowchart_words(mermaid text) returns text language sql immutable strict set search_path from current as $$
    select regexp_replace(
      regexp_replace(mermaid, '^\\s*((graph|flowchart)\\M|(classDef|class|style|linkStyle|click|direction)\\s)[^\\n;]*', '', 'gn'),
      '<br\\s*/?>', ' ', 'gi')
  $$;

  create or replace function chapterhouse_version_worded() returns trigger language plpgsql set search_path from current as $$ begin
    delete from artifact_texts
     where organization_id = new.organization_id and artifact_id = new.id and page_id <> new.id;
    insert into artifact_texts (organization_id, artifact_id, page_id, words)
    select p.organization_id, new.id, p.page_id,
           setweight(chapterhouse_lexemes(p.title), 'A')
             || setweight(chapterhouse_lexemes(left(p.body, 200000)
                  -- A checklist and a tree stand on the page of their version.
                  || case p.position when 0 then coalesce(E'\\n' || (
                       select string_agg(concat_ws(' ', s ->> 'text', s ->> 'hint'), E'\\n')
                         from jsonb_array_elements(v.checklist) as s), '')
                         || E'\\n' || chapterhouse_flowchart_words(v.mermaid) else '' end), 'D')
      from artifact_version_pages p
      join artifact_versions v on v.organization_id = p.organization_id and v.id = p.version_id
     where p.organization_id = new.organization_id and p.version_id = new.current_version_id;
    return null;
  end $$;
`;
