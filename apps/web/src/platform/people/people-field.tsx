import { MultiCombobox } from '@chapterhouse/ui/combobox';
import type { FieldProps } from '@chapterhouse/ui/field';
import { useState } from 'react';
import { type NamedPerson, usePeopleFound } from './use-people-found';

export type PeopleFieldProps = FieldProps & {
  value: readonly NamedPerson[];
  onChange: (people: NamedPerson[]) => void;
};

/** Several people of the organization, in the order in which they were named. */
export function PeopleField({ value, onChange, ...field }: PeopleFieldProps) {
  const [typed, setTyped] = useState('');
  const { found, loading } = usePeopleFound(typed);
  const known = value.map((one) => ({ ...one, detail: undefined }));
  const people = [...new Map([...known, ...found].map((one) => [one.id, one])).values()];
  return (
    <MultiCombobox
      {...field}
      placeholder="Type a name"
      options={people.map(({ id, name, detail }) => ({ value: id, label: name, detail }))}
      values={value.map(({ id }) => id)}
      onChange={(ids) => {
        onChange(
          ids.flatMap((id) => {
            const person = people.find((one) => one.id === id);
            return person ? [{ id: person.id, name: person.name }] : [];
          }),
        );
        setTyped('');
      }}
      onSearch={setTyped}
      loading={loading}
      emptyText="Nobody has this name."
    />
  );
}
