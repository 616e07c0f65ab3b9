import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { useMemo } from 'react';
import { bothSides } from '../editor/both-sides';
import { stepsOfLines } from './step-lines';
import { StepList } from './step-list';

export type ChecklistConflictProps = { base: string; mine: string; theirs: string; onChosen: (lines: string) => void };

/** Two people changed the same step: both lists, to choose from. What does not touch each other is in both. */
export function ChecklistConflict({ base, mine, theirs, onChosen }: ChecklistConflictProps) {
  const sides = useMemo(() => bothSides(base, mine, theirs), [base, mine, theirs]);
  return (
    <section className="checklist-conflict" aria-label="Two people changed the same step">
      <ErrorNote
        tone="attention"
        title="Somebody else changed the same step."
        next="Yours is kept here and is not saved yet. Choose one of the two; you can change it afterwards."
      />
      <div className="checklist-conflict__sides">
        {(['mine', 'theirs'] as const).map((side) => (
          <section key={side} aria-label={side === 'mine' ? 'Yours' : 'Theirs'}>
            <h3>{side === 'mine' ? 'Yours' : 'Theirs'}</h3>
            <StepList steps={stepsOfLines(sides[side])} />
            <Button variant={side === 'mine' ? 'primary' : 'secondary'} onClick={() => onChosen(sides[side])}>
              {side === 'mine' ? 'Save mine' : 'Leave theirs'}
            </Button>
          </section>
        ))}
      </div>
    </section>
  );
}
