import {
  DECISION_PERSON_PART_TITLES,
  DECISION_PERSON_PARTS,
  type DecisionPersonPart,
} from '@chapterhouse/domain/decisions/decision-fields';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { usePeopleFound } from '../../../platform/people/use-people-found';
import type { NamedPerson } from './decision-form';

type Parts = Record<DecisionPersonPart, NamedPerson[]>;

export type PeopleFieldsProps = { value: Parts; error?: string | undefined; onChange: (value: Parts) => void };

/** Who decides, who was asked, who is told. */
export function PeopleFields({ value, error, onChange }: PeopleFieldsProps) {
  return DECISION_PERSON_PARTS.map((part, index) => (
    <PeopleField
      key={part}
      label={DECISION_PERSON_PART_TITLES[part]}
      value={value[part]}
      error={index === 0 ? error : undefined}
      onChange={(people) => onChange({ ...value, [part]: people })}
    />
  ));
}

type PeopleFieldProps = {
  label: string;
  value: readonly NamedPerson[];
  error: string | undefined;
  onChange: (people: NamedPerson[]) => void;
};

const idOf = ({ id, name }: NamedPerson): string => (id === null ? `name:${name}` : `person:${id}`);

/** People of the organization by their names; whoever is not of it is kept by the name alone. */
function PeopleField({ label, value, error, onChange }: PeopleFieldProps) {
  const [typed, setTyped] = useState('');
  const { found, loading } = usePeopleFound(typed);
  const name = typed.trim();
  const known = found.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const outsider = name.length > 1 && !known ? [{ id: null, name }] : [];
  const offered: (NamedPerson & { detail?: string | undefined })[] = [
    ...value,
    ...found,
    ...outsider.map((one) => ({ ...one, detail: 'not in this organization' })),
  ];
  const people = [...new Map(offered.map((one) => [idOf(one), one])).values()];
  return (
    <MultiCombobox
      label={label}
      optional
      placeholder="Type a name"
      error={error}
      options={people.map((one) => ({ value: idOf(one), label: one.name, detail: one.detail }))}
      values={value.map(idOf)}
      onChange={(ids) => {
        onChange(
          ids.flatMap((id) => {
            const one = people.find((person) => idOf(person) === id);
            return one ? [{ id: one.id, name: one.name }] : [];
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
