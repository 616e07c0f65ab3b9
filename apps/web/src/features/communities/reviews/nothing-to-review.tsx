import { buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { announce } from '@chapterhouse/ui/live-region';
import { BookCheck, MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { momentWords } from '../../../platform/dates/day-words';
import { useViewer } from '../../../platform/session/session-provider';
import { artifactAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';

export type NothingToReviewProps = {
  artifact: ShownArtifact;
  /** The number of the newest version when the person came; 0 without one. */
  cameAt: number;
};

/** There is no draft: what was reviewed here is published, or nobody has written one. */
export function NothingToReview({ artifact: { key, current }, cameAt }: NothingToReviewProps) {
  const { timeZone } = useViewer().organization;
  const published = current !== null && current.number > cameAt ? current.number : null;
  useEffect(() => {
    if (published !== null) announce(`Version ${published} is published.`);
  }, [published]);
  if (current === null) {
    return (
      <EmptyState icon={<MessagesSquare />} title="There is nothing to review.">
        <p>When somebody has written a draft, others look at it here before it is published.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={published === null ? <MessagesSquare /> : <BookCheck />}
      title={published === null ? 'There is nothing to review.' : `Version ${published} is published.`}
      action={
        <>
          <Link
            className={buttonLook({ variant: published === null ? 'secondary' : 'primary' })}
            to={artifactAddress(key)}
          >
            Read version {current.number}
          </Link>
          <Link className={buttonLook({ variant: 'ghost' })} to={`${artifactAddress(key)}/versions`}>
            What changed
          </Link>
        </>
      }
    >
      {published === null ? (
        <p>
          Version {current.number} was published on {momentWords(current.publishedAt, timeZone)}. When somebody has
          written a new draft, others look at it here.
        </p>
      ) : (
        <p>What was looked at here is what everybody reads from now on.</p>
      )}
    </EmptyState>
  );
}
