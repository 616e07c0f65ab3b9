import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { useEffect, useEffectEvent } from 'react';
import { Link } from 'react-router';
import { onReturn } from '../../../platform/offline/connection';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { KnownFromBoard } from './known-from-board';
import { useOnBoard } from './use-on-board';

/** Why an impediment cannot be shown, and the way on. */
export function DetailProblem({ of, error, onRetry }: { of: string; error: unknown; onRetry: () => void }) {
  const { code, title, next } = shownRefusal(error);
  const onBoard = useOnBoard(of);
  const retry = useEffectEvent(onRetry);
  useEffect(() => onReturn(() => retry()), []);
  if (code === 'NETWORK' && onBoard) return <KnownFromBoard impediment={onBoard} onRetry={onRetry} />;
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
