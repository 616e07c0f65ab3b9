import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two more kinds of imports: decision records as markdown, and the metadata of Kubernetes' enhancement proposals. */
export class DecisionImports1763700000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports drop constraint imports_kind_check;
      alter table imports add constraint imports_kind_check check (kind in ('ORG', 'SIGS', 'JIRA_JSON', 'ADR', 'KEP'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
