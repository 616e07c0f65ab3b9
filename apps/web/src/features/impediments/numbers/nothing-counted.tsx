import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ChartNoAxesColumn } from 'lucide-react';
import { Link } from 'react-router';
import type { NumbersFilterProps } from './numbers-filter';
import { isNarrowed, OF_ALL, WINDOWS } from './numbers-view';

const LONGEST = Math.max(...WINDOWS);

/** Nothing was raised, triaged or resolved: says what the screen is for, and offers to look further. */
export function NothingCounted({ view, onChange }: NumbersFilterProps) {
  const narrowed = isNarrowed(view);
  const shorter = view.months < LONGEST;
  const longest = WINDOWS.find((months) => months === LONGEST) ?? view.months;
  return (
    <EmptyState
      icon={<ChartNoAxesColumn />}
      title={narrowed ? 'Nothing of these to count' : 'Nothing to count yet'}
      action={
        <>
          {narrowed && <Button onClick={() => onChange(OF_ALL)}>Show all</Button>}
          {shorter && <Button onClick={() => onChange({ months: longest })}>Look at {LONGEST} months</Button>}
          {!narrowed && (
            <Link className={buttonLook()} to="/impediments">
              Go to the board
            </Link>
          )}
        </>
      }
    >
      Here is how long impediments take, how many outlive their clocks, come back or go up: as soon as the first ones
      were raised and triaged. In the last {view.months * 2} months there were none.
    </EmptyState>
  );
}
