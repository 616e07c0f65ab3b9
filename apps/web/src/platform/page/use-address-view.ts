import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export type AddressView<View> = {
  view: View;
  /** Shown at once; the address follows. */
  change: (part: Partial<View>) => void;
  /** What was changed last, also before it is drawn. */
  latest: () => View;
};

/**
 * What a screen shows lives in the address: a link, a reload and the way back all keep it. What is changed here is shown
 * at once, and the address follows. A navigation is drawn in pieces, and answers to the question before, which come
 * meanwhile, draw the screen anew as it was, which asks that question again: on a slow machine neither would end.
 * @param read what an address says @param write the address of what is shown; `before` is the one now
 */
export function useAddressView<View extends object>(
  read: (params: URLSearchParams) => View,
  write: (view: View, before: URLSearchParams) => URLSearchParams,
): AddressView<View> {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const { key } = useLocation();
  const [view, setView] = useState(() => read(params));
  const latest = useRef(view);
  const reading = useRef(read);
  /** Addresses that were written here and have not arrived yet, the latest last. */
  const underWay = useRef<readonly string[]>([]);
  /** The navigation that was looked at last: one that leads where one is, is one, too. */
  const arrived = useRef(key);
  useEffect(() => {
    reading.current = read;
  });
  useEffect(() => {
    if (key === arrived.current) return;
    arrived.current = key;
    const own = underWay.current.includes(address);
    if (!own || underWay.current.at(-1) === address) underWay.current = [];
    if (own) return;
    // The address changed by itself: back, forward, a link.
    latest.current = reading.current(new URLSearchParams(address));
    setView(latest.current);
  }, [address, key]);
  const change = (part: Partial<View>) => {
    latest.current = { ...latest.current, ...part };
    setView(latest.current);
    const next = write(latest.current, params);
    underWay.current = [...underWay.current, next.toString()];
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return { view, change, latest: () => latest.current };
}
