import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { useMemo } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardFilter, type Facet, FACET_TITLES, facetOptions, FACETS } from './board-filter';
import { useFacetNames } from './facet-names';

export type FilterFormProps = {
  filter: BoardFilter;
  onChange: (change: Partial<BoardFilter>) => void;
  impediments: readonly ImpedimentCardFragment[];
  levelName: (level: number) => string;
};

/** One list per facet with what is on the board and how often, found by typing; choosing adds a chip. */
export function FilterForm({ filter, onChange, impediments, levelName }: FilterFormProps) {
  const nameOf = useFacetNames(impediments, levelName);
  return (
    <div className="filter-form">
      {FACETS.map((facet) => (
        <FacetField key={facet} facet={facet} {...{ filter, onChange, impediments, levelName, nameOf }} />
      ))}
    </div>
  );
}

type FacetFieldProps = FilterFormProps & { facet: Facet; nameOf: ReturnType<typeof useFacetNames> };

function FacetField({ facet, filter, onChange, impediments, levelName, nameOf }: FacetFieldProps) {
  const chosen = filter[facet];
  const there = useMemo(() => facetOptions(impediments, facet, levelName), [impediments, facet, levelName]);
  // What was chosen once and is nowhere any more can still be taken away.
  const gone = chosen.filter((value) => !there.some((option) => option.value === value));
  const options = [
    ...there.map(({ value, label, count }) => ({ value, label, detail: String(count) })),
    ...gone.map((value) => ({ value, label: nameOf(facet, value), detail: '0' })),
  ];
  return (
    <MultiCombobox
      label={FACET_TITLES[facet]}
      placeholder="Any"
      values={chosen}
      options={options}
      emptyText="Nothing of that name among the open ones."
      onChange={(values) => onChange({ [facet]: values })}
    />
  );
}
