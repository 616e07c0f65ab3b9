import type { ArtifactFacts, ArtifactPresence } from '@chapterhouse/domain/communities/artifact-policy';
import {
  type ArtifactKind,
  type ArtifactState,
  artifactState,
  type TemplateUse,
} from '@chapterhouse/domain/communities/artifact-state';

/** An artifact, and how whoever looks stands to it. Ids are the database's. */
export interface ArtifactRow extends Record<string, unknown> {
  id: string;
  number: number;
  version: number;
  kind: ArtifactKind;
  community_id: string;
  title: string;
  summary: string;
  template_for: TemplateUse | null;
  approvals_needed: number;
  review_due_on: string | null;
  /** How many versions are published. */
  version_count: number;
  current_version_id: string | null;
  imported_from: string;
  archived_at: string | null;
  archive_reason: string;
  created_at: string;
  updated_at: string;
  community_closed_at: string | null;
  is_member: boolean;
  is_facilitator: boolean;
  is_facilitated: boolean;
  /** Of the draft; null where there is none. */
  draft_id: string | null;
  draft_revision: number | null;
  is_author: boolean;
  is_only_author: boolean;
  /** Of the review that is open. */
  review_id: string | null;
  review_revision: number | null;
  is_reviewer: boolean;
  is_asker: boolean;
  watched: boolean;
}

/** $1 is the organization, $2 who looks. */
export const ARTIFACT_ROWS = `
  select a.id, a.number, a.version, a.kind, a.community_id, a.title, a.summary, a.template_for, a.approvals_needed,
         a.review_due_on, a.version_count, a.current_version_id, a.imported_from, a.archived_at, a.archive_reason,
         a.created_at, a.updated_at, c.closed_at as community_closed_at,
         m.is_member, m.is_facilitator, m.is_facilitated, d.id as draft_id, d.revision as draft_revision,
         w.is_author, w.is_only_author, r.id as review_id, r.revision as review_revision, coalesce(r.asked_by = $2::uuid, false) as is_asker,
         exists (select from artifact_reviewers x
                  where x.organization_id = a.organization_id and x.review_id = r.id and x.person_id = $2::uuid) as is_reviewer,
         exists (select from artifact_watchers x
                  where x.organization_id = a.organization_id and x.artifact_id = a.id and x.person_id = $2::uuid
                    and x.watching) as watched
    from artifacts a
    join communities c on c.organization_id = a.organization_id and c.id = a.community_id
    cross join lateral (
      select coalesce(bool_or(m.person_id = $2::uuid), false) as is_member,
             coalesce(bool_or(m.person_id = $2::uuid and m.facilitator), false) as is_facilitator,
             coalesce(bool_or(m.facilitator), false) as is_facilitated
        from community_members m
        join people p on p.organization_id = m.organization_id and p.id = m.person_id and p.deactivated_at is null
       where m.organization_id = a.organization_id and m.community_id = a.community_id
         and (m.facilitator or m.person_id = $2::uuid)) m
    left join artifact_drafts d on d.organization_id = a.organization_id and d.artifact_id = a.id
    cross join lateral (
      select coalesce(bool_or(w.person_id = $2::uuid), false) as is_author,
             coalesce(bool_and(w.person_id = $2::uuid), false) as is_only_author
        from artifact_draft_authors w
       where w.organization_id = a.organization_id and w.artifact_id = a.id) w
    left join artifact_reviews r on r.organization_id = a.organization_id and r.artifact_id = a.id and r.ended_at is null
   where a.organization_id = $1`;

export function stateOf(row: ArtifactRow): ArtifactState {
  return artifactState({
    isArchived: row.archived_at !== null,
    versionCount: row.version_count,
    inReview: row.review_id !== null,
  });
}

export function factsOf(row: ArtifactRow): ArtifactFacts {
  return {
    isMember: row.is_member,
    isFacilitator: row.is_facilitator,
    isFacilitated: row.is_facilitated,
    isAuthor: row.is_author,
    isOnlyAuthor: row.is_only_author,
    isReviewer: row.is_reviewer,
    isOwn: row.is_asker,
  };
}

export function presenceOf(row: ArtifactRow): ArtifactPresence {
  return {
    isOpen: row.community_closed_at === null,
    isArchived: row.archived_at !== null,
    isPublished: row.version_count > 0,
    hasDraft: row.draft_id !== null,
    inReview: row.review_id !== null,
    isReviewStale: row.review_id !== null && row.review_revision !== row.draft_revision,
  };
}

/** @param today YYYY-MM-DD where the organization is */
export function isReviewOverdue({ review_due_on: due, archived_at: archived }: ArtifactRow, today: string): boolean {
  return due !== null && archived === null && due < today;
}
