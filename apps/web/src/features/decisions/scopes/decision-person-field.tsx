import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { PEOPLE_OF_DECISIONS } from './decision-scopes.operations';

export type DecisionPersonFieldProps = {
  label: string;
  value: { id: string; name: string } | null;
  onChange: (person: { id: string; name: string } | null) => void;
  hint?: string;
  error?: string | undefined;
};

/** Somebody of the organization, found by name on the server. */
export function DecisionPersonField({ value, onChange, ...field }: DecisionPersonFieldProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(PEOPLE_OF_DECISIONS, {
    variables: { search: useSettled(search).trim() || null },
  });
  const people = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ deactivatedAt }) => (deactivatedAt ?? null) === null);
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
