import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Saved views, links between impediments and to the web, edited comments, and visits of the board. */
export class ImpedimentConversation1763700000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_views (
        organization_id uuid not null,
        id uuid not null,
        owner_id uuid not null,
        name text not null check (length(name) between 1 and 100),
        screen text not null check (screen in ('BOARD', 'LIST')),
        search text not null check (length(search) <= 2000),
        shared boolean not null,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        primary key (organization_id, id),
        foreign key (organization_id, owner_id) references people (organization_id, id)
      );
      create unique index saved_views_one_name on saved_views (organization_id, owner_id, lower(name));
      create index saved_views_shared on saved_views (organization_id) where shared;
      ${tenantTable('saved_views')}

      create table saved_view_defaults (
        organization_id uuid not null,
        person_id uuid not null,
        view_id uuid not null,
        primary key (organization_id, person_id),
        foreign key (organization_id, person_id) references people (organization_id, id),
        foreign key (organization_id, view_id) references saved_views (organization_id, id) on delete cascade
      );
      create index saved_view_defaults_by_view on saved_view_defaults (organization_id, view_id);
      ${tenantTable('saved_view_defaults')}

      create table impediment_links (
        organization_id uuid not null,
        id uuid not null,
        impediment_id uuid not null,
        kind text not null check (kind in ('RELATED', 'WEB')),
        other_id uuid,
        url text check (length(url) <= 2000),
        title text check (length(title) between 1 and 200),
        linked_by uuid not null,
        linked_at timestamptz not null,
        primary key (organization_id, id),
        foreign key (organization_id, impediment_id) references impediments (organization_id, id) on delete cascade,
        foreign key (organization_id, other_id) references impediments (organization_id, id) on delete cascade,
        foreign key (organization_id, linked_by) references people (organization_id, id),
        constraint impediment_links_related_needs check (
          (kind = 'RELATED') = (other_id is not null) and (kind = 'WEB') = (url is not null and title is not null)),
        constraint impediment_links_not_itself check (other_id <> impediment_id)
      );
      -- One row is read from both ends, so the pair counts, whichever end it was linked from.
      create unique index impediment_links_one_pair on impediment_links
        (organization_id, least(impediment_id, other_id), greatest(impediment_id, other_id)) where kind = 'RELATED';
      create unique index impediment_links_one_address on impediment_links (organization_id, impediment_id, url)
        where kind = 'WEB';
      create index impediment_links_by_impediment on impediment_links (organization_id, impediment_id);
      create index impediment_links_by_other on impediment_links (organization_id, other_id) where other_id is not null;
      ${tenantTable('impediment_links')}

      create table board_visits (
        organization_id uuid not null,
        person_id uuid not null,
        seen_at timestamptz not null,
        since timestamptz,
        primary key (organization_id, person_id),
        foreign key (organization_id, person_id) references people (organization_id, id)
      );
      ${tenantTable('board_visits')}

      alter table impediment_comments add column edited_at timestamptz;

      create index impediments_by_original on impediments (organization_id, duplicate_of_id)
        where duplicate_of_id is not null;
      -- What happened since somebody was last here.
      create index events_of_impediments_by_time on events (organization_id, at, id) where subject_type = 'Impediment';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
