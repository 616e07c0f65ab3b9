import { useQuery } from '@apollo/client/react';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { DECISIONS } from '../decisions.operations';
import type { Replaced } from './decision-form';

export type ReplacesFieldProps = {
  values: readonly Replaced[];
  error?: string | undefined;
  onChange: (values: Replaced[]) => void;
};

/** Decisions in force that this one takes the place of, once it is accepted. */
export function ReplacesField({ values, error, onChange }: ReplacesFieldProps) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed).trim();
  const { data, previousData, loading } = useQuery(DECISIONS, {
    variables: {
      first: 10,
      filter: { states: ['ACCEPTED'], ...(text !== '' && { text }) },
      order: text === '' ? 'NEWEST' : 'RELEVANCE',
    },
  });
  const answered = !loading && text === typed.trim();
  const found = ((data ?? previousData)?.decisions.edges ?? []).map(({ node }) => node.decision);
  const all = [...new Map([...found, ...values].map((one) => [one.id, one])).values()];
  return (
    <MultiCombobox
      label="Replaces"
      optional
      hint="They stay in force until this one is accepted."
      placeholder="D-7, or words of its title"
      error={error}
      options={all.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
      values={values.map(({ id }) => id)}
      onChange={(ids) => {
        onChange(
          ids.flatMap((id) => {
            const one = all.find((decision) => decision.id === id);
            return one ? [{ id, key: one.key, title: one.title }] : [];
          }),
        );
        setTyped('');
      }}
      onSearch={setTyped}
      answered={answered}
      loading={!answered}
      emptyText="No decision in force fits this."
    />
  );
}
