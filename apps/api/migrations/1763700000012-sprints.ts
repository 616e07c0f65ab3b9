import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of sprints by hand, beside what imports count. All tables are enclosed already. */
export class Sprints1763700000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sprints
        add column goal text not null default '' check (length(goal) <= 2000),
        -- Days as somebody gave them; without, those of starts_at and of completed_at or ends_at, which an import knows.
        add column starts_on date,
        add column ends_before date,
        -- Numbers as somebody gave them; without, those of an imported sprint are counted from its items.
        add column planned_items integer check (planned_items between 0 and 10000),
        add column planned_points numeric(8, 2) check (planned_points between 0 and 100000),
        add column done_items integer check (done_items between 0 and 10000),
        add column done_points numeric(8, 2) check (done_points between 0 and 100000),
        -- Whoever writes a sprint without saying so is an import: until now nobody else wrote any.
        add column imported boolean not null default true,
        -- Fields of an imported sprint that somebody changed here: the next import leaves them alone.
        add column edited_by_hand text[] not null default '{}',
        -- Kept as a row: an import that brings it again finds that it was removed here.
        add column removed_at timestamptz,
        add constraint sprints_days_in_order check (ends_before > starts_on),
        add constraint sprints_hand_has_days check (imported or state <> 'CLOSED' or (starts_on is not null and ends_before is not null)),
        add constraint sprints_done_once_begun check (state <> 'FUTURE' or (coalesce(done_items, 0) = 0 and coalesce(done_points, 0) = 0));

      -- When an item was said to be blocked, where that was later than the impediment; unknown until now.
      alter table impediment_items add column added_at timestamptz;
      create index impediment_items_by_key on impediment_items (organization_id, external_key);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
