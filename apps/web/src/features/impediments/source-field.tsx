import { useQuery } from '@apollo/client/react';
import { SOURCE_KIND_TITLES, SOURCE_KINDS, type SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { useState } from 'react';
import { IMPEDIMENT_SOURCES } from './sources.operations';
import { useSettled } from '../../platform/page/use-settled';
import './source-field.css';

/** One that is known, or a new one by name and kind. */
export type ChosenSource = { id: string | null; name: string; kind: SourceKind };

/** The part of an input that says it; null takes the source away. */
export function sourceInput(source: ChosenSource | null) {
  if (source === null) return { sourceId: null };
  return source.id === null ? { newSource: { name: source.name, kind: source.kind } } : { sourceId: source.id };
}

const NEW = 'new:';
const KIND_OPTIONS = SOURCE_KINDS.map((value) => ({ value, label: SOURCE_KIND_TITLES[value] }));

export type SourceFieldProps = {
  value: ChosenSource | null;
  onChange: (source: ChosenSource | null) => void;
  error?: string | undefined;
  labelHidden?: boolean;
};

/** What the teams wait for; a name that nobody has used yet is offered as a new one. */
export function SourceField({ value, onChange, error, labelHidden = false }: SourceFieldProps) {
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(IMPEDIMENT_SOURCES, { variables: { search: useSettled(search) } });
  const found = (data ?? previousData)?.sources ?? [];
  const name = search.trim();
  const isNew = name !== '' && !found.some((source) => source.name.toLowerCase() === name.toLowerCase());
  const options = [
    ...found.map((source) => ({ value: source.id, label: source.name, detail: SOURCE_KIND_TITLES[source.kind] })),
    ...(isNew ? [{ value: NEW + name, label: name, detail: 'New source' }] : []),
  ];
  const choose = (chosen: string | null) => {
    const known = found.find(({ id }) => id === chosen);
    if (known) onChange(known);
    else if (chosen?.startsWith(NEW)) onChange({ id: null, name: chosen.slice(NEW.length), kind: 'DEPARTMENT' });
    else onChange(null);
  };
  return (
    <div className="source-field">
      <Combobox
        label="Waits for"
        labelHidden={labelHidden}
        optional
        placeholder="A department, service, vendor, team, policy"
        value={value && (value.id ?? NEW + value.name)}
        valueLabel={value?.name}
        options={options}
        onChange={choose}
        onSearch={setSearch}
        loading={loading}
        emptyText="Type a name."
        error={error}
      />
      {value?.id === null && (
        <Select
          label="It is a"
          options={KIND_OPTIONS}
          value={value.kind}
          onChange={(event) => onChange({ ...value, kind: SOURCE_KINDS[event.target.selectedIndex] ?? value.kind })}
        />
      )}
    </div>
  );
}
