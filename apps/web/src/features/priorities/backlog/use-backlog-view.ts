import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { PRODUCT_PARAMETER } from '../use-product';
import { type BacklogFilter, type BacklogView, readBacklog, writeBacklog } from './backlog-filter';

/**
 * What the backlog shows lives in the address: a link, a reload and the way back all keep it. What is changed here is
 * shown at once, and the address follows. A navigation is drawn in pieces, and answers to the question before, which
 * come meanwhile, draw the screen anew as it was, which asks that question again: on a slow machine neither would end.
 */
export function useBacklogView() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const [view, setView] = useState(() => readBacklog(params));
  const latest = useRef(view);
  /** Addresses that were written here and have not arrived yet, the latest last. */
  const underWay = useRef<readonly string[]>([]);
  const shown = useRef(address);
  useEffect(() => {
    if (address === shown.current) return;
    shown.current = address;
    const own = underWay.current.includes(address);
    if (!own || underWay.current.at(-1) === address) underWay.current = [];
    if (own) return;
    // The address changed by itself: back, forward, a link.
    latest.current = readBacklog(new URLSearchParams(address));
    setView(latest.current);
  }, [address]);
  const change = (part: Partial<BacklogView>) => {
    latest.current = { ...latest.current, ...part };
    setView(latest.current);
    const next = writeBacklog(latest.current, params.get(PRODUCT_PARAMETER));
    underWay.current = [...underWay.current, next.toString()];
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const narrow = (part: Partial<BacklogFilter>) => change({ filter: { ...latest.current.filter, ...part } });
  return { view, change, narrow };
}
