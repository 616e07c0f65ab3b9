import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useEffect, useState } from 'react';
import type { Named } from '../dialogs/dialog-request';
import { PEOPLE_FOR_ROLE } from './roles.operations';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 150;

export type PersonFieldProps = {
  label: string;
  value: Named | null;
  onChange: (person: Named | null) => void;
  /** Who cannot be chosen: the present holder. */
  except?: string;
  hint?: string;
  error?: string | undefined;
};

/** Somebody of the organization, found by name on the server. */
export function PersonField({ label, value, onChange, except, hint, error }: PersonFieldProps) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, previousData, loading } = useQuery(PEOPLE_FOR_ROLE, { variables: { search: search || null } });
  const people = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, deactivatedAt }) => id !== except && (deactivatedAt ?? null) === null);
  return (
    <Combobox
      label={label}
      placeholder="Type a name"
      hint={hint}
      error={error}
      value={value?.id ?? null}
      valueLabel={value?.name}
      onChange={(id) => {
        const person = people.find((candidate) => candidate.id === id);
        onChange(person ? { id: person.id, name: person.name } : null);
      }}
      options={people.map(({ id, name, email }) => ({ value: id, label: name, detail: email ?? undefined }))}
      onSearch={setTyped}
      loading={loading || typed.trim() !== search}
      emptyText="Nobody has this name."
    />
  );
}
