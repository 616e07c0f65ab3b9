import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** People are told of decisions too; and what they were reminded of by time alone, so that it happens once. */
export class DecisionNews1763700000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inbox_entries add column decision_id uuid;
      alter table inbox_entries add constraint inbox_entries_decision_fkey
        foreign key (organization_id, decision_id) references decisions (organization_id, id);
      create index inbox_entries_by_decision on inbox_entries (organization_id, decision_id) where decision_id is not null;
      alter table inbox_entries drop constraint inbox_entries_reason_check;
      alter table inbox_entries add constraint inbox_entries_reason_check check (reason in (
        'MENTIONED', 'ASSIGNED', 'OWNER', 'WATCHING', 'RAISED_BY_YOU', 'YOUR_TEAM', 'ASKED', 'VETOED', 'REVISIT', 'TOLD'));

      create table decision_reminders (
        organization_id uuid not null,
        decision_id uuid not null,
        kind text not null check (kind in ('REVISIT', 'VETO_ENDED')),
        -- The day or moment that it reminds of: another one is another reminder.
        about text not null,
        at timestamptz not null,
        primary key (organization_id, decision_id, kind, about),
        foreign key (organization_id, decision_id) references decisions (organization_id, id)
      );
      ${tenantTable('decision_reminders')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
