import type { MockLink } from '@apollo/client/testing';
import type { ReviewPartsFragment, ReviewRoundFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import type { Rendered } from '../../../platform/testing/render-screen';
import { DRAFT_REVIEW } from '../reviews/review.operations';
import { ARTIFACT_DIFF } from '../versions/versions.operations';
import { artifact, diff, draft, HEAD_DRAFT, WREN } from './artifact-facts';
import { renderArtifact } from './render-artifact';

const HEAD = (viewerCan: string[], shown: ReviewPartsFragment | null) =>
  artifact({ viewerCan, draft: { ...HEAD_DRAFT, review: shown } });

/** The review page of an artifact, of a draft at revision 7; null: no review is open. */
export function openReview(
  shown: ReviewPartsFragment | null,
  answers: MockLink.MockedResponse[] = [],
  viewerCan: string[] = [],
  earlierReviews: ReviewRoundFragment[] = [],
): Rendered {
  const reviewed = always(DRAFT_REVIEW)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: { ...draft({ whatChanged: 'Clearer words.' }), review: shown, earlierReviews },
    },
  }));
  const changed = always(ARTIFACT_DIFF)(() => ({ artifactDiff: [diff()] }));
  return renderArtifact('/artifacts/A-5/review', HEAD(viewerCan, shown), [reviewed.answer, changed.answer, ...answers]);
}

const AT = '2026-03-09T14:05:00.000Z';
export const approvedByWren = (counts: boolean): ReviewPartsFragment['verdicts'][number] => ({
  __typename: 'Verdict',
  person: WREN,
  verdict: 'APPROVED',
  words: '',
  at: AT,
  counts,
});
