import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * Where playbooks came from: each page's file as it was, so that it goes out again byte by byte, and so that a newer folder
 * finds what somebody changed here meanwhile.
 */
export class PlaybookImports1763700000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports drop constraint imports_kind_check;
      alter table imports add constraint imports_kind_check check (
        kind in ('ORG', 'SIGS', 'JIRA_JSON', 'JIRA_CSV', 'ADR', 'KEP', 'CALENDAR', 'PLAYBOOK'));

      create table playbook_sources (
        organization_id uuid not null,
        artifact_id uuid not null,
        -- Names the folder or its zip; the next one of this name is compared with the artifact.
        source text not null check (length(source) between 1 and 200),
        -- What the pages lie in, within what was given.
        folder text not null default '' check (length(folder) <= 1000),
        imported_at timestamptz not null,
        primary key (organization_id, artifact_id),
        foreign key (organization_id, artifact_id) references artifacts (organization_id, id) on delete cascade
      );
      create unique index playbook_sources_by_name on playbook_sources (organization_id, source);
      ${tenantTable('playbook_sources')}

      create table playbook_pages (
        organization_id uuid not null,
        artifact_id uuid not null,
        -- Of the artifact's page, in its working copy and its versions.
        page_id uuid not null,
        -- From the top of the pages; null for a folder without a page of its own.
        file text check (length(file) between 1 and 1000),
        -- As it came.
        content bytea not null check (octet_length(content) <= 1000000),
        -- What the import made of it: it is untouched here while it says the same.
        path text not null check (length(path) between 1 and 1000),
        title text not null check (length(title) between 1 and 300),
        body text not null check (length(body) <= 500000),
        -- Among those of the same parent.
        position integer not null check (position >= 0),
        -- How its file writes the addresses of its text.
        addresses jsonb not null default '{}' check (jsonb_typeof(addresses) = 'object'),
        primary key (organization_id, artifact_id, page_id),
        foreign key (organization_id, artifact_id) references playbook_sources (organization_id, artifact_id) on delete cascade
      );
      create unique index playbook_pages_by_file on playbook_pages (organization_id, artifact_id, file) where file is not null;
      ${tenantTable('playbook_pages')}

      -- Pictures, and what orders the pages: all that goes out with them.
      create table playbook_files (
        organization_id uuid not null,
        artifact_id uuid not null,
        file text not null check (length(file) between 1 and 1000),
        image_id uuid,
        content bytea check (octet_length(content) <= 1000000),
        primary key (organization_id, artifact_id, file),
        foreign key (organization_id, artifact_id) references playbook_sources (organization_id, artifact_id) on delete cascade,
        foreign key (organization_id, image_id) references images (organization_id, id),
        constraint playbook_files_are_one_thing check ((image_id is null) <> (content is null))
      );
      create index playbook_files_by_image on playbook_files (organization_id, image_id) where image_id is not null;
      ${tenantTable('playbook_files')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
