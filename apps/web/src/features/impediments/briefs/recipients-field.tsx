import { useQuery } from '@apollo/client/react';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { type ComboboxOption, MultiCombobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { OWNERS_TO_CHOOSE } from '../owners.operations';
import type { Recipient } from './brief-choices';

export type RecipientsFieldProps = {
  values: readonly Recipient[];
  onChange: (recipients: Recipient[]) => void;
  hint: string;
  error: string | undefined;
};

/** Whom a brief asks, found by typing names. */
export function RecipientsField({ values, onChange, hint, error }: RecipientsFieldProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(OWNERS_TO_CHOOSE, { variables: { search: useSettled(search) } });
  const found: ComboboxOption[] = ((data ?? previousData)?.people.edges ?? []).map(({ node }) => {
    const [held] = node.assignments;
    return { value: node.id, label: node.name, detail: held && `${ROLE_TITLES[held.role]}, ${held.scope.name}` };
  });
  const chosen = values.filter(({ id }) => !found.some((option) => option.value === id));
  const options = [...chosen.map(({ id, name }) => ({ value: id, label: name })), ...found];
  return (
    <MultiCombobox
      label="Who is asked"
      placeholder="Find somebody by name"
      hint={hint}
      options={options}
      values={values.map(({ id }) => id)}
      onSearch={setSearch}
      loading={loading}
      emptyText="Nobody of that name."
      error={error}
      onChange={(ids) =>
        onChange(
          ids.flatMap((id) => {
            const option = options.find((candidate) => candidate.value === id);
            return option ? [{ id, name: option.label }] : [];
          }),
        )
      }
    />
  );
}
