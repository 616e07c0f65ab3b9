import { useQuery } from '@apollo/client/react';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../platform/page/use-settled';
import { IMPEDIMENTS_TO_CHOOSE, SIMILAR_IMPEDIMENTS } from './similar-impediments.operations';

export type ImpedimentFieldProps = {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** The key: IMP-42. */
  value: string | null;
  onChange: (key: string | null) => void;
  /** Those that read alike come first. */
  like?: string;
  /** Keys of those that are no answer. */
  without?: readonly string[];
};

/** One impediment, found by its key or some words of its title. */
export function ImpedimentField(props: ImpedimentFieldProps) {
  const { label, hint, error, value, onChange, like, without = [] } = props;
  const [search, setSearch] = useState('');
  const settled = useSettled(search);
  const similar = useQuery(SIMILAR_IMPEDIMENTS, { variables: { title: like ?? '' }, skip: like === undefined });
  const found = useQuery(IMPEDIMENTS_TO_CHOOSE, {
    variables: { search: settled === '' ? null : settled },
    skip: settled === '' && like !== undefined,
  });
  const candidates = [
    ...(similar.data?.similarImpediments ?? []),
    ...((found.data ?? found.previousData)?.impediments.edges.map(({ node }) => node) ?? []),
  ].filter(({ key }, index, all) => !without.includes(key) && all.findIndex((other) => other.key === key) === index);
  return (
    <Combobox
      label={label}
      placeholder="A key or some words of its title"
      hint={hint}
      error={error}
      value={value}
      valueLabel={value ?? undefined}
      onChange={onChange}
      onSearch={setSearch}
      loading={similar.loading || found.loading}
      emptyText={search === '' ? 'Nothing reads alike. Type a key or some words.' : 'Nothing fits.'}
      options={candidates.map(({ key, title, state }) => ({
        value: key,
        label: `${key} ${title}`,
        detail: IMPEDIMENT_STATE_TITLES[state],
      }))}
    />
  );
}
