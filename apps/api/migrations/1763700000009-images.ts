import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** The pictures in people's texts. Their bytes are rows like all else: backed up, restored and enclosed alike. */
export class Images1763700000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table images (
        organization_id uuid not null references organizations,
        id uuid not null,
        name text not null check (length(name) between 1 and 120),
        type text not null check (type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        size integer not null,
        digest bytea not null check (octet_length(digest) = 32),
        content bytea not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null default now(),
        -- Since when no text shows it; null while one does.
        unused_since timestamptz default now(),
        primary key (organization_id, id),
        foreign key (organization_id, uploaded_by) references people (organization_id, id),
        constraint images_size_is_true check (size = octet_length(content))
      );
      -- It is compressed already.
      alter table images alter column content set storage external;
      create index images_by_organization on images (organization_id) include (size);
      create index images_unused on images (organization_id, unused_since) where unused_since is not null;
      ${tenantTable('images')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
