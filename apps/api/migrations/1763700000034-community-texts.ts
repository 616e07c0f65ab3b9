import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** What communities, discussions and ideas say, replies included, for finding it; as the texts of artifacts. */
export class CommunityTexts1763700000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEXTS);
    await runner.query(KEPT);
    await runner.query(ASKED);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

const TEXTS = `
  create table community_texts (
    organization_id uuid not null references organizations,
    kind text not null check (kind in ('COMMUNITY', 'DISCUSSION', 'IDEA')),
    -- The community, discussion or idea.
    thing_id uuid not null,
    -- Itself, or one of its replies: each is a row, so that a long talk is not read anew with every word.
    part_id uuid not null,
    -- Weights: A names and titles, B topics, D the rest.
    words tsvector not null,
    primary key (organization_id, thing_id, part_id)
  );
  create index community_texts_by_word on community_texts using gin (words) with (fastupdate = off);
  ${tenantTable('community_texts')}
  create policy search on community_texts for select to current_user using (true);
`;

/** A trigger that keeps the words of a row of the table. @param words SQL over \`new\` @param columns those whose change is said anew */
function keptTexts(table: string, kind: string, columns: readonly string[], words: string): string {
  const all = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');
  return `
  create function chapterhouse_${table}_worded() returns trigger language plpgsql set search_path from current as $$ begin
    insert into community_texts (organization_id, kind, thing_id, part_id, words)
    values (new.organization_id, '${kind}', new.id, new.id, ${words})
    on conflict (organization_id, thing_id, part_id) do update set words = excluded.words;
    return null;
  end $$;
  create trigger worded after insert on ${table} for each row execute function chapterhouse_${table}_worded();
  create trigger reworded after update of ${columns.join(', ')} on ${table} for each row
    when ((${all('old')}) is distinct from (${all('new')})) execute function chapterhouse_${table}_worded();
  `;
}

const weighed = (text: string, weight: 'A' | 'B' | 'D'): string =>
  `setweight(chapterhouse_lexemes(left(${text}, 20000)), '${weight}')`;

const KEPT = `
  ${keptTexts(
    'communities',
    'COMMUNITY',
    ['name', 'topics', 'purpose'],
    `${weighed('new.name', 'A')} || ${weighed(`array_to_string(new.topics, ' ')`, 'B')} || ${weighed('new.purpose', 'D')}`,
  )}
  ${keptTexts('discussions', 'DISCUSSION', ['title', 'body'], `${weighed('new.title', 'A')} || ${weighed('new.body', 'D')}`)}
  ${keptTexts(
    'ideas',
    'IDEA',
    ['title', 'words', 'result'],
    `${weighed('new.title', 'A')} || ${weighed('new.words', 'D')} || ${weighed(`coalesce(new.result, '')`, 'D')}`,
  )}

  -- A reply that is removed says nothing any more.
  create function chapterhouse_reply_worded() returns trigger language plpgsql set search_path from current as $$ begin
    if new.removed_at is not null then
      delete from community_texts
       where organization_id = new.organization_id and thing_id = coalesce(new.discussion_id, new.idea_id) and part_id = new.id;
    else
      insert into community_texts (organization_id, kind, thing_id, part_id, words)
      values (new.organization_id, case when new.discussion_id is null then 'IDEA' else 'DISCUSSION' end,
              coalesce(new.discussion_id, new.idea_id), new.id, ${weighed('new.body', 'D')})
      on conflict (organization_id, thing_id, part_id) do update set words = excluded.words;
    end if;
    return null;
  end $$;
  create trigger worded after insert on community_replies for each row execute function chapterhouse_reply_worded();
  create trigger reworded after update of body, removed_at on community_replies for each row
    when ((old.body, old.removed_at) is distinct from (new.body, new.removed_at)) execute function chapterhouse_reply_worded();
`;

const ASKED = `
  -- What it must say, and how well its best part says so.
  create function chapterhouse_communities_saying(asked tsquery) returns table (kind text, thing_id uuid, rank real)
    language sql stable security definer set search_path from current as $$
    select t.kind, t.thing_id, max(ts_rank('{0.1, 0.25, 0.5, 1}', t.words, asked))
      from community_texts t
     where t.organization_id = chapterhouse_organization() and t.words @@ asked
     group by t.kind, t.thing_id
  $$;
`;
