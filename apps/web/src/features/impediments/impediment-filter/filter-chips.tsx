import { Chip } from '@chapterhouse/ui/chip';
import { useRef } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardFilter, type Facet, FACET_TITLES, FACETS, type Flag, FLAGS } from './board-filter';
import { useFacetNames } from './facet-names';

const FLAG_TITLES: Record<Flag, string> = {
  mine: 'Mine',
  overdue: 'Overdue',
  watching: 'Watching',
  changed: 'Changed since I was here',
};

export type FilterChipsProps = {
  filter: BoardFilter;
  onChange: (change: Partial<BoardFilter>) => void;
  impediments: readonly ImpedimentCardFragment[];
  levelName: (level: number) => string;
  /** The last one is gone: where the focus goes. */
  onLast: () => void;
};

/** What the filter asks for, one chip each; whoever takes one away by keyboard is on the next one then. */
export function FilterChips({ filter, onChange, impediments, levelName, onLast }: FilterChipsProps) {
  const nameOf = useFacetNames(impediments, levelName);
  const list = useRef<HTMLUListElement>(null);
  const chips = [
    ...(filter.text === '' ? [] : [{ name: `“${filter.text}”`, without: { text: '' } }]),
    ...FLAGS.filter((flag) => filter[flag]).map((flag) => ({ name: FLAG_TITLES[flag], without: { [flag]: false } })),
    ...FACETS.flatMap((facet) => filter[facet].map((value) => chipOf(facet, value))),
  ];

  function chipOf(facet: Facet, value: string) {
    const others = filter[facet].filter((other) => other !== value);
    return { name: `${FACET_TITLES[facet]}: ${nameOf(facet, value)}`, key: value, without: { [facet]: others } };
  }

  const remove = (index: number, without: Partial<BoardFilter>) => {
    const focused = list.current?.contains(document.activeElement) === true;
    onChange(without);
    if (!focused) return;
    if (chips.length === 1) onLast();
    else requestAnimationFrame(() => focusChip(list.current, index));
  };
  return (
    <ul ref={list} className="filter-bar__list" aria-label="What is filtered">
      {chips.map(({ name, without, ...chip }, index) => (
        <li key={`${name} ${'key' in chip ? chip.key : ''}`}>
          <Chip onRemove={() => remove(index, without)}>{name}</Chip>
        </li>
      ))}
    </ul>
  );
}

function focusChip(list: HTMLUListElement | null, index: number): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  (buttons[index] ?? buttons.at(-1))?.focus();
}
