import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Labels by name, and what it takes to take a change back for a few seconds. */
export class ImpedimentUndoAndLabels1763700000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labels (
        organization_id uuid not null references organizations,
        id uuid not null,
        name text not null check (length(name) between 1 and 50),
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create unique index labels_one_name on labels (organization_id, lower(name));
      ${tenantTable('labels')}

      create table impediment_labels (
        organization_id uuid not null,
        impediment_id uuid not null,
        label_id uuid not null,
        primary key (organization_id, impediment_id, label_id),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        foreign key (organization_id, label_id) references labels on delete cascade
      );
      create index impediment_labels_by_label on impediment_labels (organization_id, label_id);
      ${tenantTable('impediment_labels')}

      create table impediment_undos (
        organization_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        label text not null,
        items jsonb not null,
        -- The database's clock: what was promised in one process is kept by any other.
        made_at timestamptz not null default clock_timestamp(),
        undone_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people
      );
      create index impediment_undos_by_person on impediment_undos (organization_id, person_id, made_at desc);
      ${tenantTable('impediment_undos')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
