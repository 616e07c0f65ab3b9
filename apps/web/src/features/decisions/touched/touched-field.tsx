import { useQuery } from '@apollo/client/react';
import {
  DECISION_LINK_KIND_TITLES,
  DECISION_LINK_KINDS,
  type DecisionLinkKind,
} from '@chapterhouse/domain/decisions/decision-links';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { SEARCH } from '../../../platform/commands/search.operations';
import { useSettled } from '../../../platform/page/use-settled';
import { type Touched, touchedId, typedThings } from './touched';

export type TouchedFieldProps = {
  label: string;
  optional?: boolean;
  values: readonly Touched[];
  onChange: (values: readonly Touched[]) => void;
  error?: string | undefined;
  takesFocus?: boolean;
};

/** Impediments and places found by their words; or what was typed, as a page, an item of another backlog or a goal. */
export function TouchedField({ values, onChange, takesFocus = false, ...field }: TouchedFieldProps) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed, 150).trim();
  const { data, previousData, loading } = useQuery(SEARCH, { variables: { text }, skip: text.length < 2 });
  const found = ((text.length < 2 ? undefined : (data ?? previousData))?.search ?? []).flatMap(asTouched);
  const looking = loading || text !== typed.trim();
  // A goal is a mere name: it comes last, and not before what has the name was found.
  const meant = typedThings(typed).filter(({ kind }) => kind !== 'GOAL' || !looking);
  const offered = [...values, ...found, ...meant];
  const options = [...new Map(offered.map((one) => [touchedId(one), one])).values()];
  return (
    <MultiCombobox
      {...field}
      hint="An impediment, a team, an area; the key of an item, a goal, the address of a page."
      placeholder="IMP-12, a name, an address"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button
      autoFocus={takesFocus}
      options={options.map((one) => ({
        value: touchedId(one),
        label: one.key === null || one.key === one.title ? one.title : `${one.key} ${one.title}`,
        detail: DECISION_LINK_KIND_TITLES[one.kind],
      }))}
      values={values.map(touchedId)}
      onChange={(ids) => {
        onChange(ids.flatMap((id) => options.find((one) => touchedId(one) === id) ?? []));
        setTyped('');
      }}
      onSearch={setTyped}
      loading={looking}
      emptyText={typed.trim() === '' ? 'Type a key, a name or an address.' : 'Nothing is called this.'}
    />
  );
}

const isKind = (kind: string): kind is DecisionLinkKind => DECISION_LINK_KINDS.some((known) => known === kind);

type Hit = { kind: string; id: string; key: string | null; title: string };

function asTouched({ kind, id, key, title }: Hit): Touched[] {
  return isKind(kind) ? [{ kind, thingId: id, key, title, url: null }] : [];
}
