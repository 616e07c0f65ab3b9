import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Landmark } from 'lucide-react';
import { Link } from 'react-router';
import { setProposing } from '../propose/propose-state';

/** No decision fits, or there is none yet. */
export function NothingFound({ narrowed }: { narrowed: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        icon={<Landmark />}
        title="No decision fits this"
        action={
          <Link className={buttonLook()} to="/decisions">
            Show all decisions
          </Link>
        }
      >
        Try fewer or other words, a wider place, or any state.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Landmark />}
      title="No decisions yet"
      action={
        <>
          <Button variant="primary" onClick={() => setProposing({})}>
            Propose the first decision
          </Button>
          <Link className={buttonLook()} to="/imports">
            Import decision records
          </Link>
        </>
      }
    >
      What was decided stands here with its reasons, for whoever asks “why did we do that?” a year from now. A title and
      one sentence are enough to begin with.
    </EmptyState>
  );
}
