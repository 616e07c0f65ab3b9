import {
  ARTIFACT_KINDS,
  ARTIFACT_STATES,
  PROPOSAL_STATES,
  TEMPLATE_USES,
} from '@chapterhouse/domain/communities/artifact-state';
import { REVIEW_ENDS, REVIEW_VERDICTS } from '@chapterhouse/domain/communities/review-state';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const ArtifactKindEnum = enumOf('ArtifactKind', ARTIFACT_KINDS);
export const ArtifactStateEnum = enumOf('ArtifactState', ARTIFACT_STATES);
export const TemplateForEnum = enumOf('TemplateFor', TEMPLATE_USES);
export const ReviewVerdictEnum = enumOf('ReviewVerdict', REVIEW_VERDICTS);
export const ReviewEndEnum = enumOf('ReviewEnd', REVIEW_ENDS);
export const ProposalStateEnum = enumOf('ProposalState', PROPOSAL_STATES);
export const PageChangeKindEnum = enumOf('PageChangeKind', ['ADDED', 'CHANGED', 'REMOVED', 'MOVED'] as const);
export const DiffLineKindEnum = enumOf('DiffLineKind', ['SAME', 'ADDED', 'REMOVED'] as const);
