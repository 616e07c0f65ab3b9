import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useProduct } from '../use-product';
import { useFoundItems } from './item-field';
import type { Asked } from './request-form';

export type AskedFieldProps = {
  productId: string;
  /** The item that needs it: it does not deliver to itself. */
  consumerId: string | null;
  value: Asked | null;
  error?: string | undefined;
  onChange: (asked: Asked | null) => void;
};

const idOf = (asked: Asked): string => (asked.kind === 'item' ? `item ${asked.item.id}` : `team ${asked.team.id}`);
const labelOf = (asked: Asked): string =>
  asked.kind === 'item' ? `${asked.item.key} ${asked.item.title}` : asked.team.name;

/** Who is to deliver it: a team, or one of its items where it is known which. */
export function AskedField({ productId, consumerId, value, error, onChange }: AskedFieldProps) {
  const [typed, setTyped] = useState('');
  const { items, loading } = useFoundItems(productId, typed);
  const product = useProduct().products.find(({ id }) => id === productId);
  const choices: { asked: Asked; detail: string | undefined }[] = [
    ...(product?.areas ?? []).flatMap((area) =>
      area.teams.map((team) => ({ asked: { kind: 'team' as const, team }, detail: area.name })),
    ),
    ...items
      .filter(({ id }) => id !== consumerId)
      .map((item) => ({ asked: { kind: 'item' as const, item }, detail: (item.team ?? item.area)?.name })),
  ];
  return (
    <Combobox
      label="Who is to deliver it?"
      hint="A team, or one of its items where you know which."
      placeholder="Payments, B-42"
      value={value ? idOf(value) : null}
      valueLabel={value ? labelOf(value) : undefined}
      options={choices.map(({ asked, detail }) => ({ value: idOf(asked), label: labelOf(asked), detail }))}
      error={error}
      loading={loading}
      onSearch={setTyped}
      emptyText="No team and no open item is called this."
      onChange={(id) => onChange(choices.find(({ asked }) => idOf(asked) === id)?.asked ?? null)}
    />
  );
}
