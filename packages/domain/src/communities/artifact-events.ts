import type { CommunityPayload } from './community-events.js';

/**
 * Event name -> payload. Subjects: Artifact with its version; ArtifactDraft (the id of the draft) with its revision;
 * ChangeProposal with its version. What happens in a review leaves the artifact's version alone.
 */
export interface ArtifactEvents {
  'artifact.created': CommunityPayload;
  'artifact.edited': CommunityPayload;
  /** The note is the reason. Who watches or follows is told. */
  'artifact.archived': CommunityPayload;
  'artifact.unarchived': CommunityPayload;
  /** A change `version` to its number; the note is what changed. Who watches or follows is told. */
  'artifact.published': CommunityPayload;
  /** Nobody did it: its day to look at it again has come, or is a month older. */
  'artifact.review-due': CommunityPayload;
  'draft.begun': CommunityPayload;
  'draft.discarded': CommunityPayload;
  /** A change `page` to its path. */
  'draft.page-written': CommunityPayload;
  'draft.pages-arranged': CommunityPayload;
  'draft.checklist-written': CommunityPayload;
  'draft.tree-written': CommunityPayload;
  /** Who is asked is told; the note is what changed. */
  'review.asked': CommunityPayload;
  'review.withdrawn': CommunityPayload;
  'review.approved': CommunityPayload;
  /** The note is what is to be changed. */
  'review.changes-asked': CommunityPayload;
  'review.commented': CommunityPayload;
  'review.replied': CommunityPayload;
  'review.comment-resolved': CommunityPayload;
  'review.comment-reopened': CommunityPayload;
  'review.comment-edited': CommunityPayload;
  'review.comment-removed': CommunityPayload;
  /** The note is why; facilitators are told. */
  'proposal.made': CommunityPayload;
  'proposal.taken': CommunityPayload;
  'proposal.declined': CommunityPayload;
  'proposal.withdrawn': CommunityPayload;
}
export type ArtifactEvent = keyof ArtifactEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const ARTIFACT_EVENT_WORDS: Record<ArtifactEvent, string> = {
  'artifact.created': 'created it',
  'artifact.edited': 'edited what it is called and for',
  'artifact.archived': 'archived it',
  'artifact.unarchived': 'took it out of the archive',
  'artifact.published': 'published a version',
  'artifact.review-due': 'reminded to look at it again',
  'draft.begun': 'began a new version',
  'draft.discarded': 'discarded the draft',
  'draft.page-written': 'wrote in a page',
  'draft.pages-arranged': 'arranged the pages',
  'draft.checklist-written': 'wrote the steps',
  'draft.tree-written': 'wrote the tree',
  'review.asked': 'asked for a review',
  'review.withdrawn': 'withdrew the review',
  'review.approved': 'approved it',
  'review.changes-asked': 'asked for changes',
  'review.commented': 'commented on a line',
  'review.replied': 'replied to a comment',
  'review.comment-resolved': 'resolved a comment',
  'review.comment-reopened': 'opened a comment again',
  'review.comment-edited': 'edited a comment',
  'review.comment-removed': 'removed a comment',
  'proposal.made': 'proposed a change',
  'proposal.taken': 'took a proposal in',
  'proposal.declined': 'declined a proposal',
  'proposal.withdrawn': 'withdrew a proposal',
};
