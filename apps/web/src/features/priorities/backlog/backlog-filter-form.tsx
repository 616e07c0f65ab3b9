import {
  ITEM_KIND_TITLES,
  ITEM_KINDS,
  ITEM_TIER_TITLES,
  ITEM_TIERS,
} from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATE_TITLES, ITEM_STATES } from '@chapterhouse/domain/priorities/item-state';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { PersonField } from '../../../platform/people/person-field';
import { useGoalsToServe } from '../item-fields/use-goals-to-serve';
import type { PlannedProduct } from '../use-product';
import { type BacklogFilter, NONE } from './backlog-filter';
import { useItemPersonName } from './use-item-person-name';

export type BacklogFilterFormProps = {
  product: PlannedProduct;
  filter: BacklogFilter;
  onFilter: (part: Partial<BacklogFilter>) => void;
};

const options = <T extends string>(values: readonly T[], titles: Record<T, string>) =>
  values.map((value) => ({ value, label: titles[value] }));

/** Everything that the backlog can be narrowed to. What is chosen holds at once. */
export function BacklogFilterForm({ product, filter, onFilter }: BacklogFilterFormProps) {
  const goals = useGoalsToServe(product.id).options;
  const [person] = filter.people;
  const personName = useItemPersonName(person ?? null);
  return (
    <div className="backlog-filter-form">
      <MultiCombobox
        label="Tier"
        placeholder="Any"
        options={options(ITEM_TIERS, ITEM_TIER_TITLES)}
        values={filter.tiers}
        onChange={(values) => onFilter({ tiers: ITEM_TIERS.filter((tier) => values.includes(tier)) })}
      />
      <MultiCombobox
        label="State"
        placeholder="Open ones"
        options={options(ITEM_STATES, ITEM_STATE_TITLES)}
        values={filter.states}
        onChange={(values) => onFilter({ states: ITEM_STATES.filter((state) => values.includes(state)) })}
      />
      <MultiCombobox
        label="Kind"
        placeholder="Any"
        options={options(ITEM_KINDS, ITEM_KIND_TITLES)}
        values={filter.kinds}
        onChange={(values) => onFilter({ kinds: ITEM_KINDS.filter((kind) => values.includes(kind)) })}
      />
      <MultiCombobox
        label="Area"
        placeholder="Any"
        options={[
          ...product.areas.map(({ id, name }) => ({ value: id, label: name })),
          { value: NONE, label: 'No area' },
        ]}
        values={filter.areas}
        onChange={(areas) => onFilter({ areas })}
      />
      <MultiCombobox
        label="Team"
        placeholder="Any"
        options={[
          ...product.areas.flatMap(({ name: area, teams }) =>
            teams.map(({ id, name }) => ({ value: id, label: name, detail: area })),
          ),
          { value: NONE, label: 'No team' },
        ]}
        values={filter.teams}
        onChange={(teams) => onFilter({ teams })}
      />
      <MultiCombobox
        label="Serves the goal"
        placeholder="Any"
        options={[...goals.map(({ value, label }) => ({ value, label })), { value: NONE, label: 'No goal' }]}
        values={filter.goals}
        onChange={(chosen) => onFilter({ goals: chosen })}
      />
      <PersonField
        label="Assignee"
        value={person === undefined || person === NONE ? null : { id: person, name: personName ?? '' }}
        onChange={(chosen) => onFilter({ people: chosen ? [chosen.id] : [] })}
      />
      <div className="backlog-filter-form__pair">
        <YesNo
          label="Readiness"
          yes="Ready"
          no="Not ready"
          value={filter.ready}
          onChange={(ready) => onFilter({ ready })}
        />
        <YesNo
          label="Blocked"
          yes="Blocked"
          no="Not blocked"
          value={filter.blocked}
          onChange={(blocked) => onFilter({ blocked })}
        />
        <YesNo
          label="Size"
          yes="With a size"
          no="Without a size"
          value={filter.estimated}
          onChange={(estimated) => onFilter({ estimated })}
        />
      </div>
    </div>
  );
}

type YesNoProps = {
  label: string;
  yes: string;
  no: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
};

function YesNo({ label, yes, no, value, onChange }: YesNoProps) {
  return (
    <Select
      label={label}
      placeholder="Any"
      options={[
        { value: '1', label: yes },
        { value: '0', label: no },
      ]}
      value={value === null ? '' : value ? '1' : '0'}
      onChange={(event) => onChange({ 1: true, 0: false }[event.target.value] ?? null)}
    />
  );
}
