import { refuserOf } from '../refusal.js';

/** Codes of artifacts, their drafts, reviews and proposals. */
export interface ArtifactRefusals {
  /** It is in the archive: nothing of it changes until it is taken out. */
  ARTIFACT_ARCHIVED: Record<never, never>;
  /** Nobody writes a new version now: begin one first. */
  NO_DRAFT: Record<never, never>;
  /** What is written in or asked for is no part of this kind of artifact. */
  NOT_OF_THIS_KIND: { kind: string };
  /** The page is not there any more. */
  PAGE_GONE: { path: string };
  PAGE_IN_ITSELF: Record<never, never>;
  PAGE_TOO_DEEP: { most: number };
  TOO_MANY_PAGES: { most: number };
  /** An artifact has one page at least. */
  LAST_PAGE: Record<never, never>;
  /** The review is over: published, withdrawn, or asked for anew. */
  REVIEW_ENDED: Record<never, never>;
  /** The draft is at another `revision` than `asked`, which the review is of: it is asked for anew first. */
  REVIEW_STALE: { asked: number; revision: number };
  /** Nothing of it is published: there is nothing to go back to. */
  NEVER_PUBLISHED: Record<never, never>;
  /** The draft is no other than what is published. */
  NOTHING_CHANGED: Record<never, never>;
  /** `approvalsMissing` of the present revision; names of who asked for changes of it; what is wrong with the tree. */
  NOT_READY_TO_PUBLISH: { approvalsMissing: number; changesAskedBy: string[]; treeProblems: number };
  /** Somebody answered it, or it was withdrawn. */
  PROPOSAL_ENDED: { state: string };
  /** The page was changed in the same place since: it is merged by hand. */
  PROPOSAL_CONFLICTS: { path: string };
}

export const refuseArtifact = refuserOf<ArtifactRefusals>();
