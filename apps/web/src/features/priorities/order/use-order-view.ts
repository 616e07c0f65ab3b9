import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { ItemFilter } from '../../../generated/graphql';
import { type BacklogFilter, filterInput, readBacklog, writeBacklog } from '../backlog/backlog-filter';
import { PRODUCT_PARAMETER } from '../use-product';

export type OrderView = {
  /** Scores beside the order. */
  scores: boolean;
  /** The history of moves is open: of all, or of one item. */
  past: { itemId: string | null } | null;
};

const ALL = 'all';

export function readOrderView(params: URLSearchParams): OrderView {
  const past = params.get('moves');
  return { scores: params.get('scores') === '1', past: past === null ? null : { itemId: past === ALL ? null : past } };
}

/** What the order shows lives in the address: filters by the same names as the backlog's. */
export function useOrderView() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readBacklog(params).filter, [params]);
  const view = useMemo(() => readOrderView(params), [params]);
  const input = useSame(filterInput(filter));
  const product = params.get(PRODUCT_PARAMETER);
  // A navigation takes a moment; what is changed in it must not undo what was changed before.
  const latest = useRef({ filter, view });
  useEffect(() => {
    latest.current = { filter, view };
  }, [filter, view]);
  const write = () => {
    const { filter: narrowed, view: shown } = latest.current;
    const next = writeBacklog({ screen: 'tree', filter: narrowed, sort: 'ORDER', descending: false }, product);
    if (shown.scores) next.set('scores', '1');
    if (shown.past) next.set('moves', shown.past.itemId ?? ALL);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const narrow = (part: Partial<BacklogFilter>) => {
    latest.current = { ...latest.current, filter: { ...latest.current.filter, ...part } };
    write();
  };
  const change = (part: Partial<OrderView>) => {
    latest.current = { ...latest.current, view: { ...latest.current.view, ...part } };
    write();
  };
  return { filter, input, view, narrow, change };
}

/** The same object for as long as it says the same. */
function useSame(input: ItemFilter): ItemFilter {
  const said = JSON.stringify(input);
  // oxlint-disable-next-line react/exhaustive-deps -- by what it says
  return useMemo(() => input, [said]);
}
