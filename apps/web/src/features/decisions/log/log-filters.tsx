import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Popover } from '@chapterhouse/ui/popover';
import { Select } from '@chapterhouse/ui/select';
import { ListFilter, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DecisionOrder } from '../../../generated/graphql';
import { useSettled } from '../../../platform/page/use-settled';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { optionsOf } from '../options-of';
import { FilterForm } from './filter-form';
import { FilterChips } from './filter-chips';
import { DECISION_ORDERS, type LogFilter, ORDER_TITLES } from './log-filter';
import { presetOf, PRESETS } from './presets';

export type LogFiltersProps = {
  filter: LogFilter;
  order: DecisionOrder;
  /** How many fit; unknown while they are looked for. */
  found: number | undefined;
  onFilter: (part: Partial<LogFilter>) => void;
  onOrder: (order: DecisionOrder) => void;
  onClear: () => void;
  /** Arrow down in the words: to what was found. */
  onDown: () => void;
};

/** Words first; then the questions that are asked most; everything else behind one button, each a chip once chosen. */
export function LogFilters({ filter, order, found, onFilter, onOrder, onClear, onDown }: LogFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useTypedText(filter.text, (words) => onFilter({ text: words }));
  useShortcut({ key: '/', label: 'Search the decisions', run: () => field.current?.focus() });
  useShortcut({ key: 'f', label: 'Filter by place, area, person …', run: () => setOpen(true) });
  useAnnouncedCount(found);
  const preset = presetOf(filter);
  return (
    <search className="log-filters" aria-label="Search the decisions">
      <div className="log-filters__text">
        <Search aria-hidden />
        <input
          ref={field}
          type="search"
          className="ch-input ch-input--lg"
          aria-label="Search the decisions"
          placeholder="Why did we …? Words of a title, a reason, an option"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onDown();
            else if (event.key !== 'Escape') return;
            else if (text === '') field.current?.blur();
            else setText('');
            event.preventDefault();
          }}
        />
        <Kbd>/</Kbd>
      </div>
      <div className="log-filters__row">
        {PRESETS.map(({ name, choice }) => (
          <Button
            key={name}
            size="sm"
            variant="ghost"
            aria-pressed={name === preset}
            onClick={() => onFilter(name === preset ? { ...PRESETS[0]?.choice } : choice)}
          >
            {name}
          </Button>
        ))}
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
          <FilterForm filter={filter} onFilter={onFilter} />
        </Popover>
        <div className="log-filters__order">
          <Select
            label="Order"
            labelHidden
            options={optionsOf(DECISION_ORDERS, ORDER_TITLES).filter(
              ({ value }) => value !== 'RELEVANCE' || filter.text.trim() !== '',
            )}
            value={order}
            onChange={(event) => {
              const chosen = optionsOf(DECISION_ORDERS, ORDER_TITLES).find(({ value }) => value === event.target.value);
              if (chosen) onOrder(chosen.value);
            }}
          />
        </div>
      </div>
      <FilterChips filter={filter} onFilter={onFilter} onClear={onClear} onLast={() => field.current?.focus()} />
    </search>
  );
}

/** Says how many were found once somebody pauses, not at each letter. */
function useAnnouncedCount(found: number | undefined): void {
  const settled = useSettled(found, 600);
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    // The first number is read with the screen.
    if (settled !== undefined && before.current !== undefined && settled !== before.current)
      announce(`${plural(settled, 'decision')} found.`);
    before.current = settled ?? before.current;
  }, [settled]);
}
