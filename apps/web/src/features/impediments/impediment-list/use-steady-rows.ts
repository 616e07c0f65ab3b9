import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { steady } from './list-order';

/**
 * While somebody is on the list, rows keep their places under what others change; they fall into order afterwards.
 * @param asked changes when the person asks for something else; then everything may move
 */
export function useSteadyRows<T extends { id: string }>(
  rows: readonly T[],
  held: boolean,
  asked: string,
): readonly T[] {
  const [shown, setShown] = useState(() => ({ asked, ids: rows.map(({ id }) => id) }));
  const next = useMemo(
    () => (held && shown.asked === asked ? steady(shown.ids, rows) : rows),
    [held, shown, asked, rows],
  );
  const same =
    shown.asked === asked && shown.ids.length === next.length && next.every(({ id }, at) => id === shown.ids[at]);
  if (!same) setShown({ asked, ids: next.map(({ id }) => id) });
  return next;
}

/** What comes and goes above does not move the first row in sight. @param height of a row, in pixels */
export function useKeptRow(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  height: number,
  asked: string,
): void {
  const before = useRef({ rows, asked });
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { rows, asked };
    const element = scroller.current;
    if (!element || element.scrollTop === 0 || old.rows === rows || old.asked !== asked) return;
    const first = Math.floor(element.scrollTop / height);
    const places = new Map(rows.map(({ id }, at) => [id, at]));
    const kept = old.rows.findIndex(({ id }, at) => at >= first && places.has(id));
    const moved = (places.get(old.rows[kept]?.id ?? '') ?? kept) - kept;
    if (moved !== 0) element.scrollTo({ top: element.scrollTop + moved * height });
  }, [scroller, rows, height, asked]);
}
