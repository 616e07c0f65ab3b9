import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of area says where the item came from, too. */
export class OrderMoveAreas1763700000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the first of those that changed their area: the one before; null: it had none.
      alter table order_moves add column from_area_id uuid;
      alter table order_moves add constraint order_moves_from_area_fkey
        foreign key (organization_id, from_area_id) references areas (organization_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
