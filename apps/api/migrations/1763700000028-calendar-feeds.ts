import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * Secret addresses at which calendar programs read meetings, and imports of calendars. What an import knows of a meeting
 * is an external identity like any other.
 */
export class CalendarFeeds1763700000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feeds (
        organization_id uuid not null,
        id uuid not null,
        -- A person's feed is of whoever made it.
        scope text not null check (scope in ('PERSON', 'TEAM', 'CHAPTER')),
        team_id uuid,
        chapter_id uuid,
        secret_hash bytea not null,
        created_by uuid not null,
        created_at timestamptz not null,
        -- To the hour: programs ask every few minutes.
        last_read_at timestamptz,
        primary key (organization_id, id),
        foreign key (organization_id, team_id) references teams (organization_id, id),
        foreign key (organization_id, chapter_id) references chapters (organization_id, id),
        foreign key (organization_id, created_by) references people (organization_id, id),
        constraint calendar_feeds_of_one check (
          (scope = 'TEAM') = (team_id is not null) and (scope = 'CHAPTER') = (chapter_id is not null))
      );
      create unique index calendar_feeds_by_secret on calendar_feeds (organization_id, secret_hash);
      create index calendar_feeds_by_person on calendar_feeds (organization_id, created_by);
      create index calendar_feeds_by_team on calendar_feeds (organization_id, team_id) where team_id is not null;
      create index calendar_feeds_by_chapter on calendar_feeds (organization_id, chapter_id) where chapter_id is not null;
      ${tenantTable('calendar_feeds')}

      -- Whoever knew the old password may have made feeds with it: they end together, like the other sessions.
      create function calendar_feeds_end_with_password() returns trigger language plpgsql as $$
        begin
          delete from calendar_feeds where organization_id = new.organization_id and created_by = new.person_id;
          return null;
        end $$;
      create trigger calendar_feeds_end_with_password after update of password_hash on accounts
        for each row when (old.password_hash is distinct from new.password_hash)
        execute function calendar_feeds_end_with_password();

      alter table imports drop constraint imports_kind_check;
      alter table imports add constraint imports_kind_check
        check (kind in ('ORG', 'SIGS', 'JIRA_JSON', 'JIRA_CSV', 'ADR', 'KEP', 'CALENDAR'));
      alter table import_mappings drop constraint import_mappings_kind_check;
      alter table import_mappings add constraint import_mappings_kind_check
        check (kind in ('ORG', 'SIGS', 'JIRA_JSON', 'JIRA_CSV', 'ADR', 'KEP', 'CALENDAR'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
