import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Escalation briefs, whom they ask and what was answered: written once, never changed. And the role that they go to. */
export class Briefs1763700000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table escalation_briefs (
        organization_id uuid not null,
        id uuid not null,
        impediment_id uuid not null,
        -- As it was sent, byte for byte, which json keeps and jsonb does not; its structure says its own format.
        content json not null,
        content_hash bytea not null,
        answer_by date not null,
        sent_by uuid not null,
        sent_at timestamptz not null,
        primary key (organization_id, id),
        foreign key (organization_id, impediment_id) references impediments,
        foreign key (organization_id, sent_by) references people (organization_id, id),
        constraint escalation_briefs_hash_is_true check (content_hash = sha256(convert_to(content::text, 'UTF8')))
      );
      create index escalation_briefs_by_impediment on escalation_briefs (organization_id, impediment_id, sent_at desc, id desc);
      ${tenantTable('escalation_briefs')}

      create table escalation_brief_recipients (
        organization_id uuid not null,
        brief_id uuid not null,
        person_id uuid not null,
        primary key (organization_id, brief_id, person_id),
        foreign key (organization_id, brief_id) references escalation_briefs,
        foreign key (organization_id, person_id) references people
      );
      create index escalation_brief_recipients_by_person on escalation_brief_recipients (organization_id, person_id);
      ${tenantTable('escalation_brief_recipients')}

      -- One for each brief.
      create table escalation_brief_answers (
        organization_id uuid not null,
        brief_id uuid not null,
        kind text not null check (kind in ('AGREED', 'AGREED_WITH_CHANGE', 'DECLINED', 'NEED_MORE')),
        words text not null check (length(words) between 1 and 5000),
        answered_by uuid not null,
        -- Of an answer by a stand-in: who was asked.
        answered_for uuid,
        answered_at timestamptz not null,
        primary key (organization_id, brief_id),
        foreign key (organization_id, brief_id) references escalation_briefs,
        foreign key (organization_id, answered_by) references people (organization_id, id),
        foreign key (organization_id, brief_id, answered_for) references escalation_brief_recipients
      );
      ${tenantTable('escalation_brief_answers')}

      -- Two walls: the app has no right to, and whoever has gets this.
      create function chapterhouse_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'A row of % is never changed.', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$;
      create trigger frozen before update on escalation_briefs for each row execute function chapterhouse_refuse_change();
      create trigger frozen before update on escalation_brief_recipients for each row execute function chapterhouse_refuse_change();
      create trigger frozen before update on escalation_brief_answers for each row execute function chapterhouse_refuse_change();
      revoke update, delete on escalation_briefs, escalation_brief_recipients, escalation_brief_answers from chapterhouse_app;

      alter table role_assignments drop constraint role_assignments_scope_of_role;
      alter table role_assignments add constraint role_assignments_scope_of_role check (case role
        when 'CHIEF_PRODUCT_OWNER' then product_id is not null
        when 'AREA_PRODUCT_OWNER' then area_id is not null
        when 'PRODUCT_OWNER' then team_id is not null
        when 'SCRUM_MASTER' then team_id is not null
        when 'SCRUM_OF_SCRUMS_MASTER' then area_id is not null or num_nonnulls(product_id, area_id, team_id) = 0
        when 'TECHNICAL_LEAD' then area_id is not null or product_id is not null
        when 'DEVELOPER' then team_id is not null
        when 'STAKEHOLDER' then product_id is not null
        when 'AGILE_COACH' then num_nonnulls(product_id, area_id, team_id) = 0
        when 'EXECUTIVE_ACTION_TEAM' then num_nonnulls(product_id, area_id, team_id) = 0
        when 'ADMINISTRATOR' then num_nonnulls(product_id, area_id, team_id) = 0
        else false end);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
