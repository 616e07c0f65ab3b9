import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The most wanted ideas are found without counting the votes for all of them. */
export class IdeaVotes1763700000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ideas add column votes integer not null default 0 check (votes >= 0);
      do $$ declare
        organization uuid;
      begin
        for organization in select distinct d.organization_id from doorways d loop
          perform set_config('chapterhouse.organization_id', organization::text, true);
          update ideas i set votes = (
            select count(*) from idea_votes v where v.organization_id = organization and v.idea_id = i.id)
           where i.organization_id = organization;
        end loop;
        perform set_config('chapterhouse.organization_id', '', true);
      end $$;

      -- Also of votes that go with what they were for.
      create function count_idea_vote() returns trigger language plpgsql set search_path from current as $$
      begin
        if tg_op = 'INSERT' then
          update ideas set votes = votes + 1 where organization_id = new.organization_id and id = new.idea_id;
        else
          update ideas set votes = votes - 1 where organization_id = old.organization_id and id = old.idea_id;
        end if;
        return null;
      end $$;
      create trigger idea_votes_counted after insert or delete on idea_votes
        for each row execute function count_idea_vote();

      -- Ids grow with time: of two that are wanted alike the newer one is first.
      create index ideas_by_votes on ideas (organization_id, community_id, state, votes desc, id desc);
      drop index ideas_by_community;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
