import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { FIND_ITEMS } from './dependencies.operations';

export type FoundItem = { id: string; key: string; title: string };

export type ItemFieldProps = {
  label: string;
  hint?: string;
  optional?: boolean;
  productId: string;
  /** The item that it is not. */
  except?: string | undefined;
  value: FoundItem | null;
  error?: string | undefined;
  onChange: (item: FoundItem | null) => void;
};

/** An open item of the product, found by its key or its words. */
export function ItemField({ productId, except, value, onChange, ...field }: ItemFieldProps) {
  const [typed, setTyped] = useState('');
  const { items, loading, answered } = useFoundItems(productId, typed);
  const offered = items.filter(({ id }) => id !== except);
  return (
    <Combobox
      {...field}
      placeholder="B-42, or words of its title"
      value={value?.id ?? null}
      valueLabel={value ? `${value.key} ${value.title}` : undefined}
      options={offered.map(({ id, key, title, team, area }) => ({
        value: id,
        label: `${key} ${title}`,
        detail: (team ?? area)?.name,
      }))}
      answered={answered}
      loading={loading}
      onSearch={setTyped}
      emptyText={typed.trim() === '' ? 'Type a key or a word.' : 'No open item has these words.'}
      onChange={(id) => onChange(offered.find((item) => item.id === id) ?? null)}
    />
  );
}

/** What the backlog finds for what is typed, once somebody pauses. */
export function useFoundItems(productId: string, typed: string) {
  const text = useSettled(typed, 150).trim();
  const skip = text.length < 2;
  const { data, previousData, loading } = useQuery(FIND_ITEMS, { variables: { productId, text }, skip });
  const found = skip ? undefined : (data ?? previousData);
  return {
    items: (found?.backlog.edges ?? []).map(({ node }) => node),
    loading: loading || text !== typed.trim(),
    /** The items answer what is typed now. */
    answered: text === typed.trim() && !loading && !skip,
  };
}
