import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ArrowLeftRight } from 'lucide-react';
import { Link } from 'react-router';
import type { DependenciesView, DependencyQuestion } from './dependency-filter';

const NONE: Record<DependencyQuestion, { title: string; words: string }> = {
  open: { title: 'No open dependency', words: 'Nothing is asked for that is not delivered, and nothing is promised.' },
  waiting: { title: 'Nothing waits for you', words: 'What other teams ask of yours, or propose instead, comes here.' },
  asked: {
    title: 'You asked for nothing',
    words: 'What you need of other teams, and what they say to it, stands here.',
  },
  conflicts: {
    title: 'Nothing is in conflict',
    words: 'No promise comes too late, and what is needed stands before what needs it.',
  },
  all: {
    title: 'No dependencies yet',
    words:
      'Where an item needs something of another team, ask for it here: what, and by when. They commit to a day, propose another one or decline; both see the same.',
  },
};

/** No dependency fits, or there is none yet. */
export function NoDependencies({ view, onAsk }: { view: DependenciesView; onAsk: (() => void) | null }) {
  const { title, words } = NONE[view.question];
  const narrowed = view.areaId !== '' || view.teamId !== '';
  return (
    <EmptyState
      icon={<ArrowLeftRight />}
      title={title}
      action={
        <>
          {onAsk && <Button onClick={onAsk}>Ask for something …</Button>}
          {(narrowed || view.question !== 'all') && (
            <Link className={buttonLook({ variant: 'ghost' })} to="/dependencies?show=all">
              Show all dependencies
            </Link>
          )}
        </>
      }
    >
      {narrowed ? `${words} This is narrowed to one place.` : words}
    </EmptyState>
  );
}
