import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom to talk to about a source, sources that went up in others, and names of holidays. All tables are enclosed already. */
export class SourcesAndHolidays1763700000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sources
        add column contact text not null default '' check (length(contact) <= 2000),
        add column contact_person_id uuid,
        add column team_id uuid,
        add column merged_into_id uuid,
        add column merged_at timestamptz,
        add foreign key (organization_id, contact_person_id) references people (organization_id, id),
        add foreign key (organization_id, team_id) references teams (organization_id, id),
        add foreign key (organization_id, merged_into_id) references sources (organization_id, id),
        add constraint sources_team_of_kind check (team_id is null or kind = 'TEAM'),
        add constraint sources_not_into_itself check (merged_into_id <> id),
        add constraint sources_merged_when check ((merged_into_id is null) = (merged_at is null));
      -- A merged source stays as a name of the one that it went up in: names are unique over both.
      create index sources_merged on sources (organization_id, merged_into_id) where merged_into_id is not null;
      create index impediments_by_source on impediments (organization_id, source_id, updated_at desc, id)
        where source_id is not null;

      -- Day (YYYY-MM-DD) to name; which days are holidays is said by holidays alone, a name without its day means nothing.
      alter table organizations add column holiday_names jsonb not null default '{}'
        check (jsonb_typeof(holiday_names) = 'object');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
