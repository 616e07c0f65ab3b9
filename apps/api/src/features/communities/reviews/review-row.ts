import type { GivenVerdict, ReviewEnd, ReviewFacts } from '@chapterhouse/domain/communities/review-state';

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
  ended_as: ReviewEnd | null;
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
  /** Where the page stands now. */
  present_path: string | null;
}

/** Which lines of its page say what a comment is about, in ascending order. */
export interface FoundLines extends Record<string, unknown> {
  id: string;
  lines: number[];
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
