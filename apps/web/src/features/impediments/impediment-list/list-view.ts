import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useStoredChoice } from '../impediment-board/use-stored-choice';
import { ALWAYS, type ColumnName, isColumn, LIST_COLUMNS, type ListColumn } from './list-columns';

/** Which columns, and in the order of which. */
export type ListView = { columns: readonly ColumnName[]; order: ColumnName; descending: boolean };

export const USUAL_VIEW: ListView = {
  columns: [...ALWAYS, 'state', 'severity', 'owner', 'team', 'age', 'due', 'cost'],
  order: 'age',
  descending: true,
};

/** `show=state,owner`, `order=due` and `desc` of the address; where it says nothing, or nonsense, what was chosen last. */
export function readListView(params: URLSearchParams, last: ListView): ListView {
  const asked = columnsOf(params.get('show')?.split(',') ?? []);
  const order = params.get('order') ?? '';
  return {
    columns: asked ?? last.columns,
    ...(isColumn(order)
      ? { order, descending: params.has('desc') }
      : { order: last.order, descending: last.descending }),
  };
}

/** The address says all of it, so that a link shows others the same. */
export function writeListView(params: URLSearchParams, { columns, order, descending }: ListView): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set('show', columns.join(','));
  next.set('order', order);
  if (descending) next.set('desc', '');
  else next.delete('desc');
  return next;
}

/** Key and title always, first, then the others, each once; null where no name is one of a column. */
function columnsOf(names: readonly string[]): ColumnName[] | null {
  const known = names.filter(isColumn);
  return known.length === 0 ? null : [...new Set([...ALWAYS, ...known])];
}

/** A press on a head: the same column turns round, another one begins with what is asked for first. */
export function ordered(view: ListView, by: ColumnName): ListView {
  const { mostFirst = false }: ListColumn = LIST_COLUMNS[by];
  return { ...view, order: by, descending: view.order === by ? !view.descending : mostFirst };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** What this browser kept, as far as it still makes sense. */
export function storedView(stored: unknown): ListView {
  if (typeof stored !== 'object' || stored === null) return USUAL_VIEW;
  const { columns, order, descending }: Partial<Record<keyof ListView, unknown>> = stored;
  return {
    columns: columnsOf(texts(columns)) ?? USUAL_VIEW.columns,
    ...(typeof order === 'string' && isColumn(order)
      ? { order, descending: descending === true }
      : { order: USUAL_VIEW.order, descending: USUAL_VIEW.descending }),
  };
}

/** A choice goes into the address and is remembered in this browser for the next visit. */
export function useListView(): [ListView, (next: ListView) => void] {
  const [params, setParams] = useSearchParams();
  const [last, remember] = useStoredChoice('list.view', storedView);
  const view = useMemo(() => readListView(params, last), [params, last]);
  const change = useCallback(
    (next: ListView) => {
      remember(next);
      setParams((before) => writeListView(before, next), { replace: true, preventScrollReset: true });
    },
    [remember, setParams],
  );
  return [view, change];
}
