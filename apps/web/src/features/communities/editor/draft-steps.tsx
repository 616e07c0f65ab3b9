import { Button, buttonLook } from '@chapterhouse/ui/button';
import { GitCompare, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DraftPartsFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { artifactAddress, compareAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { AskReviewDialog } from '../reviews/ask-review-dialog';
import { DiscardDialog } from './discard-dialog';

export type DraftStepsProps = { artifact: ShownArtifact; draft: DraftPartsFragment };

/** How far the draft is, and the next step. */
export function DraftSteps({ artifact, draft }: DraftStepsProps) {
  const { timeZone } = useViewer().organization;
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'ask' | 'discard' | null>(null);
  const { changedPages, updatedAt, updatedBy } = draft;
  const count = changedPages.length;
  const review = artifact.draft?.review?.endedAt === null ? artifact.draft.review : null;
  const asks = can(artifact, 'review:ask');
  return (
    <>
      <p className="draft__state">
        {count === 0 ? 'Nothing is changed yet' : count === 1 ? 'One page is changed' : `${count} pages are changed`}
        <span className="draft__by">
          {updatedBy ? `${updatedBy.name}, ` : ''}
          {momentWords(updatedAt, timeZone)}
        </span>
      </p>
      <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={compareAddress(artifact.key, null)}>
        <GitCompare aria-hidden /> What is changed
      </Link>
      {can(artifact, 'draft:discard') && (
        <Button size="sm" variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setDialog('discard')}>
          Discard
        </Button>
      )}
      {review && (
        <Link className={buttonLook({ size: 'sm' })} to={`${artifactAddress(artifact.key)}/review`}>
          Open the review
        </Link>
      )}
      {asks && (!review || review.stale) && (
        <Button size="sm" variant="primary" icon={<Send aria-hidden />} onClick={() => setDialog('ask')}>
          {review ? 'Ask again' : 'Ask for a review'}
        </Button>
      )}
      {review?.stale && (
        <p className="draft__stale">It was changed since its review was asked for: approvals do not count any more.</p>
      )}
      {dialog === 'ask' && (
        <AskReviewDialog
          artifact={artifact}
          draft={draft}
          before={review}
          isAgain={review !== null}
          onClose={() => setDialog(null)}
          onAsked={() => void navigate(`${artifactAddress(artifact.key)}/review`)}
        />
      )}
      {dialog === 'discard' && <DiscardDialog artifact={artifact} draft={draft} onClose={() => setDialog(null)} />}
    </>
  );
}
