import { ARTIFACT_KIND_TITLES, ARTIFACT_STATE_TITLES } from '@chapterhouse/domain/communities/artifact-state';
import type { ArtifactKind, ArtifactState, PageChangeKind, ProposalState } from '../../../generated/graphql';

export const KIND_WORDS: Record<ArtifactKind, string> = ARTIFACT_KIND_TITLES;
export const STATE_WORDS: Record<ArtifactState, string> = ARTIFACT_STATE_TITLES;

export const STATE_PROGRESS = {
  DRAFT: 'quarter',
  IN_REVIEW: 'half',
  PUBLISHED: 'full',
  ARCHIVED: 'stopped',
} as const satisfies Record<ArtifactState, string>;

export const CHANGE_WORDS: Record<PageChangeKind, string> = {
  ADDED: 'New',
  CHANGED: 'Changed',
  REMOVED: 'Removed',
  MOVED: 'Moved',
};

export const PROPOSAL_WORDS: Record<ProposalState, string> = {
  OPEN: 'Open',
  TAKEN: 'Taken over',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
};

/** What stands beside the pages of a kind, as diffs, comments and proposals name it. */
export const BESIDE: Partial<Record<ArtifactKind, 'steps' | 'tree'>> = { CHECKLIST: 'steps', DECISION_TREE: 'tree' };
