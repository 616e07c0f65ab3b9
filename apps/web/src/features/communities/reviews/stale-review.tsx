import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';

export type StaleReviewProps = {
  /** Of the draft when the review was asked for, and now. */
  asked: number;
  revision: number;
  /** What it is asked for again with; left out where the person may not. */
  onAskAgain?: (() => void) | undefined;
};

/** The draft was changed since it was to be looked at: what that means, and the way on. */
export function StaleReview({ asked, revision, onAskAgain }: StaleReviewProps) {
  return (
    <ErrorNote
      tone="attention"
      title="The draft was changed since this review was asked for."
      next={`It is of revision ${asked}, and the draft is at ${revision} now. ${
        onAskAgain
          ? 'Approvals count only for what was looked at: ask again for the draft as it is.'
          : 'Verdicts count only for what was looked at: you will be told when it is asked for again. Lines can be commented on meanwhile.'
      }`}
      action={
        onAskAgain && (
          <Button variant="primary" onClick={onAskAgain}>
            Ask again
          </Button>
        )
      }
    />
  );
}
