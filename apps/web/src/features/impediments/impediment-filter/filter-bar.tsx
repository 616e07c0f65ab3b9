import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { announce } from '@chapterhouse/ui/live-region';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Popover } from '@chapterhouse/ui/popover';
import { ListFilter, Search } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../plural';
import { type BoardFilter, type Facet, FACET_TITLES, facetOptions, FACETS, isFiltered } from './board-filter';
import { FilterForm } from './filter-form';
import { useSettled } from '../use-settled';
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

/** What the board is narrowed to: text, two switches, facets; each can be taken away. */
export function FilterBar({ filter, onChange, onClear, impediments, shown, overdue, levelName, view }: FilterBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useTypedText(filter.text, (words) => onChange({ text: words }));
  useShortcut({ key: '/', label: 'Filter by words', run: () => field.current?.focus() });
  useShortcut({ key: 'f', label: 'Filter by area, team, owner …', run: () => setOpen(true) });
  const filtered = isFiltered(filter);
  useAnnouncedCount(filtered, shown);

  return (
    <search className="filter-bar" aria-label="Filter the board">
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
          <FilterChips filter={filter} onChange={onChange} impediments={impediments} levelName={levelName} />
          <Button size="sm" variant="ghost" onClick={onClear}>
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

type FilterChipsProps = Pick<FilterBarProps, 'filter' | 'onChange' | 'impediments' | 'levelName'>;

function FilterChips({ filter, onChange, impediments, levelName }: FilterChipsProps) {
  const labelOf = (facet: Facet, value: string) =>
    facetOptions(impediments, facet, levelName).find((option) => option.value === value)?.label ?? 'nothing here';
  return (
    <>
      {filter.text !== '' && <Chip onRemove={() => onChange({ text: '' })}>{`“${filter.text}”`}</Chip>}
      {filter.mine && <Chip onRemove={() => onChange({ mine: false })}>Mine</Chip>}
      {filter.overdue && <Chip onRemove={() => onChange({ overdue: false })}>Overdue</Chip>}
      {filter.watching && <Chip onRemove={() => onChange({ watching: false })}>Watching</Chip>}
      {filter.changed && <Chip onRemove={() => onChange({ changed: false })}>Changed since I was here</Chip>}
      {FACETS.flatMap((facet) =>
        filter[facet].map((value) => (
          <Chip
            key={`${facet}=${value}`}
            onRemove={() => onChange({ [facet]: filter[facet].filter((other) => other !== value) })}
          >
            {`${FACET_TITLES[facet]}: ${labelOf(facet, value)}`}
          </Chip>
        )),
      )}
    </>
  );
}

/** Says how many are left once somebody pauses, not at each letter. */
function useAnnouncedCount(filtered: boolean, shown: number): void {
  const settled = useSettled(filtered ? shown : null, 600);
  useEffect(() => {
    if (settled !== null) announce(`${plural(settled, 'impediment')} shown.`);
  }, [settled]);
}
