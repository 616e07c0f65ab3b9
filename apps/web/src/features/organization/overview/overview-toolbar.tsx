import { Button } from '@chapterhouse/ui/button';
import { TextField } from '@chapterhouse/ui/text-field';
import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useRef } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { DayControl, type DayControlProps } from '../dates/day-control';

export type OverviewToolbarProps = {
  filter: string;
  onFilter: (text: string) => void;
  day: DayControlProps;
  allFolded: boolean;
  onFoldAll: () => void;
};

/** What is shown: the filter, the day, folded or not. */
export function OverviewToolbar({ filter, onFilter, day, allFolded, onFoldAll }: OverviewToolbarProps) {
  const input = useRef<HTMLInputElement>(null);
  const words = allFolded ? 'Show all teams' : 'Areas only';
  useShortcut({ key: '/', label: 'Filter', run: () => input.current?.focus() });
  useShortcut({ key: 'z', label: words, run: onFoldAll });
  return (
    <div className="overview__toolbar">
      <div className="overview__filter">
        <TextField
          ref={input}
          label="Filter areas, teams and people"
          labelHidden
          type="search"
          placeholder="Filter areas, teams, people"
          value={filter}
          onChange={(event) => onFilter(event.target.value)}
        />
      </div>
      <DayControl {...day} />
      <Button
        variant="ghost"
        icon={allFolded ? <ChevronsUpDown aria-hidden /> : <ChevronsDownUp aria-hidden />}
        onClick={onFoldAll}
      >
        {words}
      </Button>
    </div>
  );
}
