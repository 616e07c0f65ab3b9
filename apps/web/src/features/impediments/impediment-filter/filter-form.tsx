import { MultiCombobox } from '@chapterhouse/ui/combobox';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardFilter, type Facet, FACET_TITLES, facetOptions, FACETS } from './board-filter';

export type FilterFormProps = {
  filter: BoardFilter;
  onChange: (change: Partial<BoardFilter>) => void;
  impediments: readonly ImpedimentCardFragment[];
  levelName: (level: number) => string;
};

/** One list per facet with what is on the board and how often, found by typing; choosing adds a chip. */
export function FilterForm({ filter, onChange, impediments, levelName }: FilterFormProps) {
  return (
    <div className="filter-form">
      {FACETS.map((facet) => (
        <FacetField key={facet} facet={facet} {...{ filter, onChange, impediments, levelName }} />
      ))}
    </div>
  );
}

function FacetField({ facet, filter, onChange, impediments, levelName }: FilterFormProps & { facet: Facet }) {
  const chosen = filter[facet];
  const there = facetOptions(impediments, facet, levelName);
  // What was chosen once and is nowhere any more can still be taken away.
  const gone = chosen.filter((value) => !there.some((option) => option.value === value));
  const options = [
    ...there.map(({ value, label, count }) => ({ value, label, detail: String(count) })),
    ...gone.map((value) => ({ value, label: 'nothing here', detail: '0' })),
  ];
  return (
    <MultiCombobox
      label={FACET_TITLES[facet]}
      placeholder="Any"
      values={chosen}
      options={options}
      emptyText="Nothing of that name on the board."
      onChange={(values) => onChange({ [facet]: values })}
    />
  );
}
