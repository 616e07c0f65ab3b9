import { useQuery } from '@apollo/client/react';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { Combobox, type ComboboxOption } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useViewer } from '../../../platform/session/session-provider';
import { OWNERS_TO_CHOOSE } from '../owners.operations';
import { useSettled } from '../../../platform/page/use-settled';
import './move-form.css';

export type Owner = { id: string; name: string };

export type OwnerFieldProps = {
  value: Owner | null;
  onChange: (owner: Owner | null) => void;
  error: string | undefined;
};

/** Who will see to it: found by typing a name, or oneself in one press. */
export function OwnerField({ value, onChange, error }: OwnerFieldProps) {
  const { person } = useViewer();
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(OWNERS_TO_CHOOSE, { variables: { search: useSettled(search) } });
  const found: ComboboxOption[] = ((data ?? previousData)?.people.edges ?? []).map(({ node }) => {
    const [held] = node.assignments;
    return { value: node.id, label: node.name, detail: held && `${ROLE_TITLES[held.role]}, ${held.scope.name}` };
  });
  const known = value && !found.some((option) => option.value === value.id);
  const options = known ? [{ value: value.id, label: value.name }, ...found] : found;
  return (
    <div className="move-form__owner">
      <Combobox
        label="Owner"
        placeholder="Who sees to it?"
        value={value?.id ?? null}
        valueLabel={value?.name}
        options={options}
        onSearch={setSearch}
        loading={loading}
        emptyText="Nobody of that name."
        error={error}
        onChange={(id) => {
          const option = options.find((candidate) => candidate.value === id);
          onChange(option ? { id: option.value, name: option.label } : null);
        }}
      />
      {value?.id !== person.id && (
        <Button variant="ghost" size="sm" onClick={() => onChange({ id: person.id, name: person.name })}>
          Take it myself
        </Button>
      )}
    </div>
  );
}
