import { defaultRangeExtractor, type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { BoardLayout } from './board-layout';
import type { BoardView } from './board-view';

/** Heights in rem: of a card with the gap under it, and of a lane's head. The same as in board.css. */
const CARD: Record<BoardView['density'], number> = { comfortable: 6.5, compact: 3.75 };
const HEAD = 2.25;
/** Space above the first card and below the last one of a lane's cells, together. */
export const CELL_SPACE = 0.75;
/** Rows beyond the edges of the window that are in the page already. */
const BEYOND = 6;

type Scroller = HTMLDivElement;

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Without a layout (a test, a print) there is no window: all rows are shown. */
export function observeWindow(
  virtualizer: Virtualizer<Scroller, Element>,
  tell: (rect: Rect) => void,
): (() => void) | undefined {
  const element = virtualizer.scrollElement;
  if (!element) return undefined;
  const measure = () => {
    const { offsetWidth: width, offsetHeight: height } = element;
    tell({ width, height: height === 0 ? Number.MAX_SAFE_INTEGER : height });
  };
  measure();
  if (typeof ResizeObserver === 'undefined') return undefined;
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  return () => observer.disconnect();
}

/**
 * Which rows are in the page, and where.
 * @param pinned keys of cards that stay in the page wherever it is scrolled: focused, in the hand
 */
export function useBoardWindow(
  scroller: RefObject<Scroller | null>,
  layout: BoardLayout,
  density: BoardView['density'],
  pinned: readonly (string | null)[],
) {
  const unit = rem();
  const pins = pinned.flatMap((key) => (key === null ? [] : (layout.places.get(key)?.row ?? [])));
  const sizeOf = useCallback(
    (row: number) => {
      const one = layout.rows[row];
      const last = one !== undefined && layout.rows[row + 1]?.lane !== one.lane;
      const size = one?.index === -1 ? HEAD : CARD[density] + (last ? CELL_SPACE : 0);
      return size * unit;
    },
    [layout, density, unit],
  );
  // oxlint-disable-next-line react/incompatible-library -- only this hook and the board that calls it use its functions
  const virtualizer = useVirtualizer<Scroller, Element>({
    count: layout.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    observeElementRect: observeWindow,
    overscan: BEYOND,
    // The column heads and a lane's head stay on top.
    scrollPaddingStart: 5 * unit,
    scrollPaddingEnd: unit,
    rangeExtractor: (range) =>
      pins.length === 0
        ? defaultRangeExtractor(range)
        : [...new Set([...defaultRangeExtractor(range), ...pins])].sort((a, b) => a - b),
  });
  // Heights follow from what is shown, nothing is measured: forget what was known of the rows before.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizeOf]);

  const tops = useRef(new Map<BoardLayout, number[]>());
  const topsOf = useCallback(() => {
    const known = tops.current.get(layout);
    if (known) return known;
    const list: number[] = [];
    let top = 0;
    layout.rows.forEach((_, row) => {
      list.push(top);
      top += sizeOf(row);
    });
    list.push(top);
    tops.current = new Map([[layout, list]]);
    return list;
  }, [layout, sizeOf]);
  return { virtualizer, tops: topsOf(), cardHeight: CARD[density] };
}

/**
 * What others change above the place that somebody reads does not move it: the first card in sight stays where it is.
 * @param sameView changes when the person asks for another view; then the place may change
 */
export function useKeptPlace(
  scroller: RefObject<Scroller | null>,
  layout: BoardLayout,
  tops: readonly number[],
  sameView: string,
): void {
  const before = useRef({ layout, tops, sameView });
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { layout, tops, sameView };
    const element = scroller.current;
    if (!element || old.layout === layout || old.sameView !== sameView || element.scrollTop === 0) return;
    const inSight = [...old.layout.places].filter(([, { row }]) => (old.tops[row] ?? 0) >= element.scrollTop);
    // The nearest that is still there.
    inSight.sort(([, a], [, b]) => (old.tops[a.row] ?? 0) - (old.tops[b.row] ?? 0));
    const kept = inSight.find(([key]) => layout.places.has(key));
    if (!kept) return;
    const [key, was] = kept;
    const is = layout.places.get(key);
    const moved = is && was.column === is.column ? (tops[is.row] ?? 0) - (old.tops[was.row] ?? 0) : 0;
    if (moved !== 0) element.scrollTo({ top: element.scrollTop + moved });
  }, [scroller, layout, tops, sameView]);
}
