import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps and trees are proposed otherwise too; what was said in a review is put right by whoever said it. */
export class MendedReviews1763700000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: of the steps or the tree, which stand beside the pages; page_path says which.
      alter table artifact_proposals
        alter column page_id drop not null,
        add foreign key (organization_id, base_version_id) references artifact_versions (organization_id, id),
        add constraint artifact_proposals_of_something check (page_id is not null or page_path in ('steps', 'tree'));

      alter table artifact_review_comments
        add column edited_at timestamptz,
        -- Shown nowhere from then on.
        add column removed_at timestamptz;

      -- CLOSED: the community is.
      alter table artifact_reviews
        drop constraint artifact_reviews_ended_as_check,
        add constraint artifact_reviews_ended_as_check
          check (ended_as in ('PUBLISHED', 'WITHDRAWN', 'ASKED_ANEW', 'DISCARDED', 'CLOSED'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
