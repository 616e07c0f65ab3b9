import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * Two more kinds of imports: decision records as markdown, and the metadata of Kubernetes' enhancement proposals; what
 * their files say of decisions that were not there; and how they were mapped, which the next import of them begins with.
 */
export class DecisionImports1763700000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports drop constraint imports_kind_check;
      alter table imports add constraint imports_kind_check check (kind in ('ORG', 'SIGS', 'JIRA_JSON', 'ADR', 'KEP'));

      -- What it replaces, or is replaced by, as its file says it: it may come with a later import.
      create table decision_open_references (
        organization_id uuid not null,
        decision_id uuid not null,
        says text not null check (says in ('SUPERSEDES', 'SUPERSEDED_BY')),
        reference text not null check (length(reference) between 1 and 600),
        primary key (organization_id, decision_id, says, reference),
        foreign key (organization_id, decision_id) references decisions on delete cascade
      );
      ${tenantTable('decision_open_references')}

      create table decision_import_mappings (
        organization_id uuid not null references organizations,
        kind text not null check (kind in ('ADR', 'KEP')),
        -- As the mapping names the repository.
        source text not null check (length(source) between 1 and 200),
        -- What was applied last; of statuses and owners all that ever were among its files.
        mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
        primary key (organization_id, kind, source)
      );
      ${tenantTable('decision_import_mappings')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
