import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import type { FieldProps } from '@chapterhouse/ui/field';
import { useState } from 'react';
import type { ItemFilter, ItemsFoundQuery } from '../../../generated/graphql';
import { useSettled } from '../../../platform/page/use-settled';
import { ITEMS_FOUND } from './item-fields.operations';

export type FoundItem = ItemsFoundQuery['backlog']['edges'][number]['node'];

export type ItemFieldProps<T extends { id: string; key: string; title: string }> = FieldProps & {
  productId: string;
  /** Of which kind they must be. */
  filter: ItemFilter;
  value: T | null;
  onChange: (item: FoundItem | null) => void;
  placeholder?: string;
  autoFocus?: boolean;
  /** Not itself. */
  exceptId?: string;
};

/** A backlog item, found by its key or by words of its title. */
export function ItemField<T extends { id: string; key: string; title: string }>({
  productId,
  filter,
  value,
  onChange,
  exceptId,
  placeholder = 'A key, or words of the title',
  ...field
}: ItemFieldProps<T>) {
  const [search, setSearch] = useState('');
  const text = useSettled(search).trim();
  const { data, previousData, loading } = useQuery(ITEMS_FOUND, {
    variables: { productId, filter: { ...filter, ...(text !== '' && { text }) } },
  });
  const items = ((data ?? previousData)?.backlog.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => id !== exceptId);
  return (
    <Combobox
      {...field}
      placeholder={placeholder}
      value={value?.id ?? null}
      valueLabel={value ? `${value.key} ${value.title}` : undefined}
      options={items.map(({ id, key, title, area }) => ({
        value: id,
        label: `${key} ${title}`,
        detail: area?.name,
      }))}
      answered={search.trim() === text}
      onSearch={setSearch}
      loading={loading}
      emptyText="No open item is found by this."
      onChange={(id) => onChange(items.find((item) => item.id === id) ?? null)}
    />
  );
}
