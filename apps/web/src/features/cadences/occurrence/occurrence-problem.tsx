import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';

/** Why a date cannot be shown, and the way on. */
export function OccurrenceProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, title, next } = shownRefusal(error);
  if (code === 'NOT_FOUND' || code === 'INVALID_INPUT') {
    return (
      <ErrorNote
        title="There is no such date."
        next="It may have been skipped, or its series was changed."
        action={
          <Link className={buttonLook()} to="/calendar">
            Show the calendar
          </Link>
        }
      />
    );
  }
  return <ErrorNote title={title} next={next} action={<Button onClick={onRetry}>Try again</Button>} />;
}
