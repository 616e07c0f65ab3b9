import type { Rect, Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { type KnownOrder, placeOf } from './known-order';

/** Heights of a row in rem; a phone shows two lines, and a finger needs more room. */
const ROW = { desk: 2.5, phone: 3.75 };
/** The same width as in order.css. */
const PHONE = '(max-width: 48rem)';

/** Without a layout (a test, a print) there is no window: so many rows are shown. */
const WITHOUT_LAYOUT = 800;

export function observeWindow(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  tell: (rect: Rect) => void,
): (() => void) | undefined {
  const element = virtualizer.scrollElement;
  if (!element) return undefined;
  const measure = () => {
    const { offsetWidth: width, offsetHeight: height } = element;
    tell({ width, height: height === 0 ? WITHOUT_LAYOUT : height });
  };
  measure();
  if (typeof ResizeObserver === 'undefined') return undefined;
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  return () => observer.disconnect();
}

export function useRowHeight(): { rem: number; height: number } {
  const phone = useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia?.(PHONE);
      media?.addEventListener('change', listener);
      return () => media?.removeEventListener('change', listener);
    },
    () => window.matchMedia?.(PHONE)?.matches ?? false,
  );
  const rem = phone ? ROW.phone : ROW.desk;
  return { rem, height: rem * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) };
}

/**
 * What moves above does not move the first row in sight.
 * @param height of a row, in pixels
 * @param moves of a row: it goes by itself, others are held on to
 */
export function useKeptRow(
  scroller: RefObject<HTMLElement | null>,
  order: KnownOrder,
  height: number,
  asked: string,
  moves: (id: string) => boolean,
): void {
  const before = useRef({ order, asked });
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { order, asked };
    const element = scroller.current;
    if (!element || old.order.rows === order.rows) return;
    if (old.asked !== asked) {
      element.scrollTo?.({ top: 0 });
      return;
    }
    if (element.scrollTop === 0) return;
    const first = Math.ceil(element.scrollTop / height);
    for (let place = first; place < first + 40; place++) {
      const row = old.order.rows[place];
      if (!row || moves(row.id)) continue;
      const now = placeOf(order, row.id);
      if (now < 0) continue;
      if (now !== place) element.scrollTo({ top: element.scrollTop + (now - place) * height });
      return;
    }
  });
}

/** A row that goes elsewhere takes the keyboard along: the browser lets go of what moves in the page. */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>, active: string | null): void {
  const had = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const enter = () => (had.current = true);
    const leave = ({ relatedTarget }: FocusEvent) => {
      // Without a next one it was torn out, or somebody clicked beside it.
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) had.current = false;
    };
    const click = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) had.current = false;
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', click);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', click);
    };
  }, [scroller]);
  useLayoutEffect(() => {
    if (!had.current || active === null) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) linkOf(active)?.focus({ preventScroll: true });
  });
}

export const linkOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`a[data-item-id="${CSS.escape(id)}"]`);

/** It is in the page a frame or two after it was brought into sight, or once its window is loaded. */
export function focusPlace(place: number, frames = 90): void {
  const link = document.querySelector<HTMLElement>(`tr[data-place="${place}"] a[data-item-id]`);
  if (link) {
    link.focus({ preventScroll: true });
    link.closest('tr')?.scrollIntoView?.({ block: 'nearest' });
  } else if (frames > 0) requestAnimationFrame(() => focusPlace(place, frames - 1));
}
