import type { GivenVerdict, ReviewFacts } from '@chapterhouse/domain/communities/review-state';
import type { WrittenBeside } from '../versions/written-lines.js';

/** A review, with what it is judged by now. Ids are the database's. */
export interface ReviewRow extends Record<string, unknown> {
  id: string;
  artifact_id: string;
  draft_id: string;
  revision: number;
  what_changed: string;
  asked_by: string;
  asked_at: string;
  ended_at: string | null;
  reviewer_ids: string[];
  /** In the order in which they were given. */
  verdicts: GivenVerdict[];
  /** Of the draft now; null: it is published or discarded. */
  draft_revision: number | null;
  author_ids: string[];
  approvals_needed: number;
}

export interface ReviewCommentRow extends Record<string, unknown> {
  id: string;
  review_id: string;
  draft_id: string;
  artifact_id: string;
  page_id: string;
  page_path: string;
  line: number;
  quote: string;
  body: string;
  by: string;
  at: string;
  resolved: boolean;
  edited_at: string | null;
  version: number;
  /** Whether somebody else replied to it. */
  answered: boolean;
  /** What the page says now; null: it is gone, or the draft is. */
  page_body: string | null;
  /** Of a comment that stands on no page but on steps or a tree: what they are now. */
  beside: WrittenBeside | null;
  /** Where the page stands now. */
  present_path: string | null;
}

export interface ReviewReplyRow extends Record<string, unknown> {
  id: string;
  comment_id: string;
  body: string;
  by: string;
  at: string;
  edited_at: string | null;
  version: number;
}

/** Of a review that is over what counted then is told by the version, not here. */
export function reviewFacts(row: ReviewRow): ReviewFacts {
  return {
    askedRevision: row.revision,
    revision: row.ended_at === null ? (row.draft_revision ?? row.revision) : row.revision,
    approvalsNeeded: row.approvals_needed,
    authorIds: row.author_ids,
    verdicts: row.verdicts,
  };
}
