import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Who is looking at what. Lost in a crash, which is right: so are the sockets. */
export class Presence1763700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table presences (
        organization_id uuid not null references organizations,
        -- Of one subscription; a person with two tabs has two.
        id uuid not null,
        place text not null check (length(place) between 1 and 100),
        person_id uuid not null,
        since timestamptz not null default clock_timestamp(),
        seen_at timestamptz not null default clock_timestamp(),
        primary key (organization_id, id),
        foreign key (organization_id, person_id) references people on delete cascade
      );
      create index presences_by_place on presences (organization_id, place);
      ${tenantTable('presences')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
