import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { bothSides } from './both-sides';

const ChoiceEditor = lazy(async () => ({ default: (await import('./choice-editor')).ChoiceEditor }));

export type ConflictViewProps = {
  /** What both began from. */
  base: string;
  mine: string;
  theirs: string;
  /** What is saved over theirs. */
  onChosen: (text: string) => void;
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
  const [chosen, setChosen] = useState({ of: sides, text: sides.mine });
  const text = chosen.of === sides ? chosen.text : sides.mine;
  const { places } = sides;
  const where = places === 1 ? 'one place' : `${places} places`;
  // The editor that had the focus is gone.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className="conflict-view" aria-label="Two people wrote in the same place">
      <ErrorNote
        tone="attention"
        title={`Somebody else wrote in the same place: ${where}.`}
        next="Your words are kept here and are not saved yet. What does not touch each other is together already; choose in each place, or write it anew, then save."
      />
      <Segments label="What is shown" value={view} onChange={setView} options={VIEWS} />
      {view === 'both' && (
        <Suspense fallback={<Skeleton lines={8} label="Loading both texts" />}>
          <ChoiceEditor
            label="Both together: choose in each place"
            mine={sides.mine}
            theirs={sides.theirs}
            onChange={(next) => setChosen({ of: sides, text: next })}
          />
        </Suspense>
      )}
      {view !== 'both' && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard
        <pre className="conflict-view__text" tabIndex={0}>
          {view === 'mine' ? mine : theirs}
        </pre>
      )}
      <div className="conflict-view__actions">
        <Button variant="primary" onClick={() => onChosen(text)}>
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
