import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Popover } from '@chapterhouse/ui/popover';
import { ListFilter, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import type { PlannedProduct } from '../use-product';
import { type BacklogFilter, WHOLE_BACKLOG } from './backlog-filter';
import { BacklogChips } from './backlog-chips';
import { BacklogFilterForm } from './backlog-filter-form';
import { presetOf, PRESETS, withPreset } from './backlog-presets';
import { stepItem } from './shown-items';
import './backlog-filters.css';

export type BacklogFiltersProps = {
  product: PlannedProduct;
  filter: BacklogFilter;
  /** How many fit; unknown while they are looked for. */
  found: number | undefined;
  onFilter: (part: Partial<BacklogFilter>) => void;
  /** Presets by name that this screen has no use for. */
  without?: readonly string[];
};

/** Words first; then the questions that are asked most; everything else behind one button, each a chip once chosen. */
export function BacklogFilters({ product, filter, found, onFilter, without = [] }: BacklogFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useTypedText(filter.text, (words) => onFilter({ text: words }));
  useShortcut({ key: '/', label: 'Search the backlog', run: () => field.current?.focus() });
  useShortcut({ key: 'f', label: 'Filter by area, team, goal …', run: () => setOpen(true) });
  useAnnouncedCount(found);
  const preset = presetOf(filter);
  return (
    <search className="backlog-filters" aria-label="Search the backlog">
      <div className="backlog-filters__row">
        <div className="backlog-filters__text">
          <Search aria-hidden />
          <input
            ref={field}
            type="search"
            className="ch-input"
            aria-label="Search the backlog"
            placeholder="A key, or words of a title"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') stepItem(1);
              else if (event.key !== 'Escape') return;
              else if (text === '') field.current?.blur();
              else setText('');
              event.preventDefault();
            }}
          />
          <Kbd>/</Kbd>
        </div>
        {PRESETS.filter(({ name }) => !without.includes(name)).map(({ name, choice }) => (
          <Button
            key={name}
            size="sm"
            variant="ghost"
            aria-pressed={name === preset}
            onClick={() => onFilter(withPreset(filter, name === preset ? {} : choice))}
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
          <BacklogFilterForm product={product} filter={filter} onFilter={onFilter} />
        </Popover>
      </div>
      <BacklogChips
        product={product}
        filter={filter}
        onFilter={onFilter}
        onClear={() => onFilter(WHOLE_BACKLOG)}
        onLast={() => field.current?.focus()}
      />
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
      announce(`${plural(settled, 'item')} found.`);
    before.current = settled ?? before.current;
  }, [settled]);
}
