import { Select } from '@chapterhouse/ui/select';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardFilter, FACET_TITLES, facetOptions, FACETS } from './board-filter';

export type FilterFormProps = {
  filter: BoardFilter;
  onChange: (change: Partial<BoardFilter>) => void;
  impediments: readonly ImpedimentCardFragment[];
  levelName: (level: number) => string;
};

/** One list per facet with what is on the board and how often; choosing adds a chip. */
export function FilterForm({ filter, onChange, impediments, levelName }: FilterFormProps) {
  return (
    <div className="filter-form">
      {FACETS.map((facet) => {
        const options = facetOptions(impediments, facet, levelName);
        const chosen = filter[facet];
        const left = options.filter(({ value }) => !chosen.includes(value));
        return (
          <Select
            key={facet}
            label={FACET_TITLES[facet]}
            placeholder={chosen.length === 0 ? 'Any' : `${chosen.length} chosen`}
            value=""
            disabled={left.length === 0}
            options={left.map(({ value, label, count }) => ({ value, label: `${label} (${count})` }))}
            onChange={(event) => event.target.value !== '' && onChange({ [facet]: [...chosen, event.target.value] })}
          />
        );
      })}
    </div>
  );
}
