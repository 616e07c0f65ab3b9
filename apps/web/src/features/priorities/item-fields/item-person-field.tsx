import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import type { FieldProps } from '@chapterhouse/ui/field';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { ITEM_PEOPLE } from './item-fields.operations';

export type NamedPerson = { id: string; name: string };

export type ItemPersonFieldProps = FieldProps & {
  value: NamedPerson | null;
  onChange: (person: NamedPerson | null) => void;
  placeholder?: string;
  autoFocus?: boolean;
};

/** Somebody of the organization, found by name on the server. */
export function ItemPersonField({ value, onChange, placeholder = 'Type a name', ...field }: ItemPersonFieldProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(ITEM_PEOPLE, {
    variables: { search: useSettled(search).trim() || null },
  });
  const people = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ deactivatedAt }) => (deactivatedAt ?? null) === null);
  return (
    <Combobox
      {...field}
      placeholder={placeholder}
      value={value?.id ?? null}
      valueLabel={value?.name}
      options={people.map(({ id, name, email }) => ({ value: id, label: name, detail: email ?? undefined }))}
      onSearch={setSearch}
      loading={loading}
      emptyText="Nobody has this name."
      onChange={(id) => {
        const person = people.find((candidate) => candidate.id === id);
        onChange(person ? { id: person.id, name: person.name } : null);
      }}
    />
  );
}
