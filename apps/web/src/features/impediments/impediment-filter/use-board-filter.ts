import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type BoardFilter, readFilter, writeFilter } from './board-filter';

/** The filter lives in the address and nowhere else: a link, a reload and the way back all keep it. */
export function useBoardFilter(): [BoardFilter, (change: Partial<BoardFilter>) => void, () => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const change = useCallback(
    (part: Partial<BoardFilter>) =>
      setParams((before) => writeFilter(before, { ...readFilter(before), ...part }), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  const clear = useCallback(
    () =>
      setParams((before) => writeFilter(before, readFilter(new URLSearchParams())), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return [filter, change, clear];
}
