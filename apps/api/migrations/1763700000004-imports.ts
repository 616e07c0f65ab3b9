import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** One row per import: its file, its mapping, its preview, its progress and its report. */
export class Imports1763700000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table imports (
        organization_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('ORG', 'SIGS', 'JIRA_JSON')),
        state text not null check (state in ('UPLOADED', 'PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED')),
        mapping jsonb not null default '{}',
        preview jsonb,
        result jsonb,
        progress_done integer not null default 0,
        progress_total integer not null default 0,
        failure text not null default '',
        requested_by uuid not null,
        created_at timestamptz not null default now(),
        applied_at timestamptz,
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, requested_by) references people (organization_id, id)
      );
      create index imports_by_age on imports (organization_id, created_at desc);
      ${tenantTable('imports')}

      create table import_files (
        organization_id uuid not null,
        import_id uuid not null,
        position smallint not null,
        name text not null check (length(name) between 1 and 255),
        content bytea not null,
        primary key (organization_id, import_id, position),
        foreign key (organization_id, import_id) references imports on delete cascade
      );
      ${tenantTable('import_files')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
