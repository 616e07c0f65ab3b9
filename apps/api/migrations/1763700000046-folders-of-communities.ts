import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a folder is called belongs to the community that keeps its playbook: another's folder may be called the same. */
export class FoldersOfCommunities1763700000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who reads across organizations is the migration alone.
      alter table playbook_sources no force row level security;
      alter table artifacts no force row level security;
      alter table playbook_sources add column community_id uuid;
      update playbook_sources s set community_id = a.community_id
        from artifacts a where a.organization_id = s.organization_id and a.id = s.artifact_id;
      alter table playbook_sources
        alter column community_id set not null,
        add foreign key (organization_id, community_id) references communities (organization_id, id);
      alter table artifacts force row level security;
      alter table playbook_sources force row level security;

      drop index playbook_sources_by_name;
      create unique index playbook_sources_by_name on playbook_sources (organization_id, community_id, source);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
