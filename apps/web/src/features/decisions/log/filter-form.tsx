import { DECISION_KIND_TITLES, DECISION_KINDS } from '@chapterhouse/domain/decisions/decision-fields';
import { DECISION_STATE_TITLES, DECISION_STATES } from '@chapterhouse/domain/decisions/decision-state';
import { useQuery } from '@apollo/client/react';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { addDays } from '../../../platform/dates/day-words';

import { PersonField } from '../../../platform/people/person-field';
import { DECISION_AREAS } from '../decisions.operations';
import { optionsOf } from '../options-of';
import { ScopeField } from '../scopes/scope-field';
import type { LogFilter } from './log-filter';
import { useThingName } from './use-thing-name';

export type FilterFormProps = { filter: LogFilter; onFilter: (part: Partial<LogFilter>) => void };

/** Everything that the log can be narrowed to. What is chosen holds at once. */
export function FilterForm({ filter, onFilter }: FilterFormProps) {
  const { data } = useQuery(DECISION_AREAS);
  const areas = (data?.decisionAreas ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const personName = useThingName(filter.personId);
  return (
    <div className="log-filter-form">
      <ScopeField
        label="Where it holds"
        value={filter.scopeId || null}
        onChange={(scope) => onFilter({ scopeId: scope?.id ?? '', within: scope !== null && scope.kind !== 'TEAM' })}
      />
      {filter.scopeId !== '' && (
        <Checkbox
          label="And everything below it"
          checked={filter.within}
          onChange={(event) => onFilter({ within: event.target.checked })}
        />
      )}
      <div className="log-filter-form__pair">
        <Select
          label="Decision area"
          placeholder="Any"
          options={areas}
          value={filter.decisionAreaId}
          onChange={(event) => onFilter({ decisionAreaId: event.target.value })}
        />
        <Select
          label="Kind"
          placeholder="Any"
          options={optionsOf(DECISION_KINDS, DECISION_KIND_TITLES)}
          value={filter.kinds[0] ?? ''}
          onChange={(event) => onFilter({ kinds: DECISION_KINDS.filter((kind) => kind === event.target.value) })}
        />
      </div>
      <MultiCombobox
        label="State"
        placeholder="Any"
        options={optionsOf(DECISION_STATES, DECISION_STATE_TITLES)}
        values={filter.states}
        onChange={(values) => onFilter({ states: DECISION_STATES.filter((state) => values.includes(state)) })}
      />
      <PersonField
        label="Person"
        hint="Who proposed or decided it, was consulted or informed."
        value={filter.personId === '' ? null : { id: filter.personId, name: personName ?? '' }}
        onChange={(person) => onFilter({ personId: person?.id ?? '' })}
      />
      <div className="log-filter-form__pair">
        <TextField
          label="From"
          type="date"
          value={filter.from}
          onChange={(event) => onFilter({ from: event.target.value })}
        />
        <TextField
          label="Until"
          type="date"
          min={filter.from}
          value={filter.endsBefore === '' ? '' : addDays(filter.endsBefore, -1)}
          onChange={(event) =>
            onFilter({ endsBefore: event.target.value === '' ? '' : addDays(event.target.value, 1) })
          }
        />
      </div>
      <ItemKeyField value={filter.touchesKey} onChange={(touchesKey) => onFilter({ touchesKey })} />
    </div>
  );
}

function ItemKeyField({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  return (
    <TextField
      label="Touches the item or impediment"
      placeholder="PAY-12"
      defaultValue={value}
      key={value}
      onBlur={(event) => event.target.value.trim() !== value && onChange(event.target.value.trim())}
      onKeyDown={(event) => event.key === 'Enter' && onChange(event.currentTarget.value.trim())}
    />
  );
}
