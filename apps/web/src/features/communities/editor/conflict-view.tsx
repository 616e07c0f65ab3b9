import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { type BothSides, bothSides } from './both-sides';

const ChoiceEditor = lazy(async () => ({ default: (await import('./choice-editor')).ChoiceEditor }));

export type ConflictViewProps = {
  /** What both began from. */
  base: string;
  mine: string;
  theirs: string;
  /** What is saved over theirs. */
  onChosen: (text: string) => void;
};

type Choice = {
  /** What it was chosen from; another's words that came since make another choice. */
  of: BothSides;
  text: string;
  /** Places in which nothing is chosen. */
  left: number;
  /** It was to be saved all the same. */
  tried: boolean;
};

const VIEWS = [
  { value: 'both', label: 'Both together' },
  { value: 'mine', label: 'Yours' },
  { value: 'theirs', label: 'Theirs' },
] as const;

/** Two people wrote in the same place: theirs, yours, and both together to choose from. Nothing is saved until then. */
export function ConflictView({ base, mine, theirs, onChosen }: ConflictViewProps) {
  const [view, setView] = useState<'both' | 'mine' | 'theirs'>('both');
  const sides = useMemo(() => bothSides(base, mine, theirs), [base, mine, theirs]);
  const [choice, setChoice] = useState<Choice | null>(null);
  const { text, left, tried } = choice?.of === sides ? choice : { text: sides.mine, left: sides.places, tried: false };
  const { places } = sides;
  const where = places === 1 ? 'one place' : `${places} places`;
  const save = () => {
    if (left === 0) return onChosen(text);
    setChoice({ of: sides, text, left, tried: true });
    setView('both');
  };
  // The editor that had the focus is gone.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className="conflict-view" aria-label="Two people wrote in the same place">
      <ErrorNote
        tone="attention"
        title={`Somebody else wrote in the same place: ${where}.`}
        next="Your words are kept here and are not saved yet. What does not touch each other is together already; in each place keep yours, as it is or written anew, or take theirs; then save."
      />
      <Segments label="What is shown" value={view} onChange={setView} options={VIEWS} />
      {/* Kept while one side alone is looked at: what was chosen stays. */}
      <div className="conflict-view__both" hidden={view !== 'both'}>
        <Suspense fallback={<Skeleton lines={8} label="Loading both texts" />}>
          <ChoiceEditor
            label="Both together: choose in each place"
            mine={sides.mine}
            theirs={sides.theirs}
            onChange={(next, open) => setChoice({ of: sides, text: next, left: open, tried: tried && open > 0 })}
          />
        </Suspense>
      </div>
      {view !== 'both' && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard
        <pre className="conflict-view__text" tabIndex={0}>
          {view === 'mine' ? mine : theirs}
        </pre>
      )}
      {tried && left > 0 && (
        <ErrorNote
          title={left === 1 ? 'In one place nothing is chosen yet.' : `In ${left} places nothing is chosen yet.`}
          next="Keep yours or take theirs there; nothing is saved before."
        />
      )}
      <div className="conflict-view__actions">
        <Button variant="primary" onClick={save}>
          Save what is chosen
        </Button>
        <Button onClick={() => onChosen(sides.mine)}>Save mine in every place</Button>
        <Button variant="ghost" onClick={() => onChosen(sides.theirs)}>
          Leave theirs in every place
        </Button>
      </div>
    </section>
  );
}
