import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { PRODUCT_PARAMETER } from '../use-product';
import { type BacklogFilter, type BacklogView, readBacklog, writeBacklog } from './backlog-filter';

/** What the backlog shows lives in the address and nowhere else: a link, a reload and the way back all keep it. */
export function useBacklogView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readBacklog(params), [params]);
  const product = params.get(PRODUCT_PARAMETER);
  // A navigation takes a moment; what is changed in it must not undo what was changed before.
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  const change = (part: Partial<BacklogView>) => {
    latest.current = { ...latest.current, ...part };
    setParams(writeBacklog(latest.current, product), { replace: true, preventScrollReset: true });
  };
  const narrow = (part: Partial<BacklogFilter>) => change({ filter: { ...latest.current.filter, ...part } });
  return { view, change, narrow };
}
