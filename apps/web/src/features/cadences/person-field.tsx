import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../platform/page/use-settled';
import { PEOPLE_OF_CADENCES } from './cadences.operations';

export type PersonChoice = { id: string; name: string };

export type PersonFieldProps = {
  label: string;
  value: PersonChoice | null;
  onChange: (person: PersonChoice | null) => void;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
};

/** Somebody of the organization, found by name on the server. */
export function PersonField({ value, onChange, ...field }: PersonFieldProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(PEOPLE_OF_CADENCES, {
    variables: { search: useSettled(search).trim() || null },
  });
  const people = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ deactivatedAt }) => deactivatedAt === null);
  return (
    <Combobox
      {...field}
      placeholder="Type a name"
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
