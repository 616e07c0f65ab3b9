import { TextField } from '@chapterhouse/ui/text-field';
import type { ReactNode } from 'react';
import { PersonField } from '../../../platform/people/person-field';
import type { NamedPerson } from '../../../platform/people/use-people-found';

export type GivenAction = { title: string; owner: NamedPerson | null; dueOn: string };

export type ActionFieldsProps = {
  value: GivenAction;
  onChange: (change: Partial<GivenAction>) => void;
  /** By field: title, ownerId, dueOn. */
  problems: Readonly<Record<string, string | undefined>>;
  /** The first day to choose from. */
  from?: string;
  /** Under the words. */
  note?: ReactNode;
};

/** A small promise: what, who, until when. */
export function ActionFields({ value, onChange, problems, from, note }: ActionFieldsProps) {
  return (
    <>
      <TextField
        label="What is promised"
        value={value.title}
        error={problems['title']}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      {note}
      <PersonField
        label="Who"
        value={value.owner}
        onChange={(owner) => onChange({ owner })}
        error={problems['ownerId']}
      />
      <TextField
        label="Until"
        type="date"
        min={from}
        value={value.dueOn}
        error={problems['dueOn']}
        onChange={(event) => onChange({ dueOn: event.target.value })}
      />
    </>
  );
}

/** What is wrong with it, by field. @param found what the rules say of words and day */
export function problemsOf(
  owner: NamedPerson | null,
  found: readonly { field: string; problem: string }[],
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(found.map(({ field, problem }) => [field, problem])),
    ...(owner === null && { ownerId: 'Say who does it.' }),
  };
}
