import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { shownRefusal } from './shown-refusal';

export type PageProblemProps = {
  /** Nothing: the server answered, and it is not there. */
  error: unknown;
  onRetry: () => void;
  /** Said of what is not there, or not by this address. */
  title: string;
  next?: string;
  /** Where the others are. */
  to: string;
  show: string;
};

/** Why a page cannot be shown, and the way on. */
export function PageProblem({ error, onRetry, title, next, to, show }: PageProblemProps) {
  const refusal = error ? shownRefusal(error) : null;
  if (refusal && refusal.code !== 'NOT_FOUND' && refusal.code !== 'INVALID_INPUT') {
    return (
      <ErrorNote title={refusal.title} next={refusal.next} action={<Button onClick={onRetry}>Try again</Button>} />
    );
  }
  return (
    <ErrorNote
      title={title}
      next={next ?? refusal?.next}
      action={
        <Link className={buttonLook()} to={to}>
          {show}
        </Link>
      }
    />
  );
}
