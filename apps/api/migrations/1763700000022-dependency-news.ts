import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told of dependencies too: that something is asked of them, that it is answered, that an answer is due. */
export class DependencyNews1763700000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inbox_entries add column dependency_id uuid;
      alter table inbox_entries add constraint inbox_entries_dependency_fkey
        foreign key (organization_id, dependency_id) references dependencies (organization_id, id);
      create index inbox_entries_by_dependency on inbox_entries (organization_id, dependency_id) where dependency_id is not null;
      alter table inbox_entries drop constraint inbox_entries_reason_check;
      alter table inbox_entries add constraint inbox_entries_reason_check check (reason in (
        'MENTIONED', 'ASSIGNED', 'OWNER', 'WATCHING', 'RAISED_BY_YOU', 'YOUR_TEAM', 'ASKED', 'VETOED', 'REVISIT', 'TOLD',
        'DEPENDENCY_ASKED', 'DEPENDENCY_ANSWERED', 'DEPENDENCY_DUE'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
