import { useQuery } from '@apollo/client/react';
import { SOURCE_KIND_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { IMPEDIMENT_SOURCES } from '../sources.operations';
import type { NamedSource } from './source-dialogs';

export type SourcePickerProps = {
  label: string;
  value: NamedSource | null;
  onChange: (source: NamedSource | null) => void;
  /** Is not offered. */
  except: string | undefined;
  error: string | undefined;
};

/** One of the sources that there are, found by part of its name. */
export function SourcePicker({ label, value, onChange, except, error }: SourcePickerProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(IMPEDIMENT_SOURCES, { variables: { search: useSettled(search) } });
  const found = ((data ?? previousData)?.sources ?? []).filter(({ id }) => id !== except);
  return (
    <Combobox
      label={label}
      placeholder="Part of its name"
      value={value?.id ?? null}
      valueLabel={value?.name}
      options={found.map(({ id, name, kind }) => ({ value: id, label: name, detail: SOURCE_KIND_TITLES[kind] }))}
      onChange={(id) => onChange(found.find((source) => source.id === id) ?? null)}
      onSearch={setSearch}
      loading={loading}
      emptyText="No source of that name."
      error={error}
    />
  );
}
