import { useQuery } from '@apollo/client/react';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../platform/page/use-settled';
import { PEOPLE_OF_CADENCES } from './cadences.operations';
import type { PersonChoice } from './person-field';

export type PeopleListFieldProps = {
  label: string;
  value: readonly PersonChoice[];
  onChange: (people: PersonChoice[]) => void;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
};

/** Several people of the organization, in the order in which they were named. */
export function PeopleListField({ value, onChange, ...field }: PeopleListFieldProps) {
  const [typed, setTyped] = useState('');
  const { data, previousData, loading } = useQuery(PEOPLE_OF_CADENCES, {
    variables: { search: useSettled(typed).trim() || null },
  });
  const found = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ deactivatedAt }) => deactivatedAt === null)
    .map(({ id, name, email }) => ({ id, name, detail: email ?? undefined }));
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
