import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Popover } from '@chapterhouse/ui/popover';
import { ListFilter, Search } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../plural';
import { type BoardFilter, isFiltered } from './board-filter';
import { FilterChips } from './filter-chips';
import { FilterCommands } from './filter-commands';
import { FilterForm } from './filter-form';
import { useSettled } from '../../../platform/page/use-settled';
import './filter-bar.css';

export type FilterBarProps = {
  filter: BoardFilter;
  onChange: (change: Partial<BoardFilter>) => void;
  onClear: () => void;
  impediments: readonly ImpedimentCardFragment[];
  /** How many pass. */
  shown: number;
  overdue: number;
  levelName: (level: number) => string;
  /** How what passes is shown. */
  view: ReactNode;
};

/** What the board is narrowed to: text, switches, facets; each can be taken away. */
export function FilterBar({ filter, onChange, onClear, impediments, shown, overdue, levelName, view }: FilterBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useTypedText(filter.text, (words) => onChange({ text: words }));
  useShortcut({ key: '/', label: 'Filter by words', run: () => field.current?.focus() });
  useShortcut({ key: 'f', label: 'Filter by area, team, owner …', run: () => setOpen(true) });
  const filtered = isFiltered(filter);
  useAnnouncedCount(filtered, shown);

  return (
    <search className="filter-bar" aria-label="Filter impediments">
      <FilterCommands filter={filter} onChange={onChange} onClear={onClear} />
      <div className="filter-bar__row">
        <div className="filter-bar__text">
          <Search aria-hidden />
          <input
            ref={field}
            type="search"
            aria-label="Filter by words"
            placeholder="Filter by words"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              if (text === '') field.current?.blur();
              else setText('');
            }}
          />
          <Kbd>/</Kbd>
        </div>
        <Button size="sm" variant="ghost" aria-pressed={filter.mine} onClick={() => onChange({ mine: !filter.mine })}>
          Mine
        </Button>
        <Button
          size="sm"
          variant="ghost"
          aria-pressed={filter.overdue}
          onClick={() => onChange({ overdue: !filter.overdue })}
        >
          Overdue {overdue > 0 && <span className="filter-bar__overdue">{overdue}</span>}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          aria-pressed={filter.watching}
          onClick={() => onChange({ watching: !filter.watching })}
        >
          Watching
        </Button>
        <Popover
          label="Filter"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button size="sm" variant="ghost" icon={<ListFilter aria-hidden />}>
              Filter
            </Button>
          }
        >
          <FilterForm filter={filter} onChange={onChange} impediments={impediments} levelName={levelName} />
        </Popover>
        {view}
      </div>
      {filtered && (
        <div className="filter-bar__chips">
          <FilterChips
            filter={filter}
            onChange={onChange}
            impediments={impediments}
            levelName={levelName}
            onLast={() => field.current?.focus()}
          />
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              onClear();
              field.current?.focus();
            }}
          >
            Clear all
          </Button>
          <span className="filter-bar__shown">
            {shown.toLocaleString('en')} of {plural(impediments.length, 'impediment')}
          </span>
        </div>
      )}
    </search>
  );
}

/** Says how many are left once somebody pauses, not at each letter. */
function useAnnouncedCount(filtered: boolean, shown: number): void {
  const settled = useSettled(filtered ? shown : null, 600);
  useEffect(() => {
    if (settled !== null) announce(`${plural(settled, 'impediment')} shown.`);
  }, [settled]);
}
