import { useQuery } from '@apollo/client/react';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Combobox, type ComboboxOption } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { OWNERS_TO_CHOOSE } from '../owners.operations';

export type PersonFieldProps = {
  value: { id: string; name: string } | null;
  onChange: (person: { id: string; name: string } | null) => void;
  error: string | undefined;
};

/** Somebody here to talk to, found by typing a name. */
export function PersonField({ value, onChange, error }: PersonFieldProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(OWNERS_TO_CHOOSE, { variables: { search: useSettled(search) } });
  const found: ComboboxOption[] = ((data ?? previousData)?.people.edges ?? []).map(({ node }) => {
    const [held] = node.assignments;
    return { value: node.id, label: node.name, detail: held && `${ROLE_TITLES[held.role]}, ${held.scope.name}` };
  });
  return (
    <Combobox
      label="Somebody here"
      optional
      placeholder="Who knows about it?"
      value={value?.id ?? null}
      valueLabel={value?.name}
      options={found}
      onSearch={setSearch}
      loading={loading}
      emptyText="Nobody of that name."
      error={error}
      onChange={(id) => {
        const option = found.find((candidate) => candidate.value === id);
        onChange(option ? { id: option.value, name: option.label } : null);
      }}
    />
  );
}
