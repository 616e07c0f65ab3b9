import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Walks are counted for as long as their tree is there; who walked is nobody's business after a while. */
export class ForgottenWalks1763700000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: nobody's any more.
      alter table tree_walks alter column person_id drop not null;
      create index tree_walks_of_somebody on tree_walks (organization_id, touched_at) where person_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
