import { Combobox } from '@chapterhouse/ui/combobox';
import type { FieldProps } from '@chapterhouse/ui/field';
import { useState } from 'react';
import { type NamedPerson, usePeopleFound } from './use-people-found';

export type PersonFieldProps = FieldProps & {
  value: NamedPerson | null;
  onChange: (person: NamedPerson | null) => void;
  /** Who cannot be chosen: the present holder. */
  except?: string | undefined;
  placeholder?: string;
  autoFocus?: boolean;
};

/** Somebody of the organization, found by name on the server. */
export function PersonField({ value, onChange, except, placeholder = 'Type a name', ...field }: PersonFieldProps) {
  const [typed, setTyped] = useState('');
  const { found, loading } = usePeopleFound(typed);
  const people = found.filter(({ id }) => id !== except);
  return (
    <Combobox
      {...field}
      placeholder={placeholder}
      value={value?.id ?? null}
      valueLabel={value?.name}
      options={people.map(({ id, name, detail }) => ({ value: id, label: name, detail }))}
      onSearch={setTyped}
      loading={loading}
      emptyText="Nobody has this name."
      onChange={(id) => {
        const person = people.find((candidate) => candidate.id === id);
        onChange(person ? { id: person.id, name: person.name } : null);
      }}
    />
  );
}
