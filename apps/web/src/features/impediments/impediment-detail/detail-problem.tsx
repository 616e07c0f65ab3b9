import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';

/** Why an impediment cannot be shown, and the way on. */
export function DetailProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, title, next } = shownRefusal(error);
  const back = (
    <Link className={buttonLook()} to="/impediments">
      Show the board
    </Link>
  );
  return (
    <ErrorNote
      title={code === 'NOT_FOUND' ? 'There is no impediment with this key.' : title}
      next={next}
      action={code === 'NOT_FOUND' ? back : <Button onClick={onRetry}>Try again</Button>}
    />
  );
}
