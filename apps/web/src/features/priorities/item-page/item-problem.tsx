import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';

export type ItemProblemProps = { of: string; unknown: boolean; error: unknown; onRetry: () => void };

/** Why an item cannot be shown, and the way on. */
export function ItemProblem({ of, unknown, error, onRetry }: ItemProblemProps) {
  const { code, title, next } = shownRefusal(error);
  if (unknown || code === 'NOT_FOUND') {
    return (
      <ErrorNote
        title={`There is no item ${of}.`}
        next="It may be in another tool still, or the address has a typing mistake."
        action={
          <Link className={buttonLook()} to="/backlog">
            Show the backlog
          </Link>
        }
      />
    );
  }
  return <ErrorNote title={title} next={next} action={<Button onClick={onRetry}>Try again</Button>} />;
}
