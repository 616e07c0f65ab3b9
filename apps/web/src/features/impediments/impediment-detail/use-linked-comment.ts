import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'react-router';
import { commentAt } from './comment-hash';

/** Milliseconds after which the place is looked for again: what stands above it may have grown meanwhile. */
const SETTLED_AFTER = 300;

/**
 * Brings the comment that the address names to where it can be read, gives it the focus and loads later ones until it is
 * there. @returns its id, to be marked; undefined where the address names none
 */
export function useLinkedComment(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  more: (() => void) | undefined,
): string | undefined {
  const { hash, key } = useLocation();
  const id = commentAt(hash);
  const shownFor = useRef<string | null>(null);
  const there = id !== undefined && ids.includes(id);
  const last = ids.at(-1);

  const loadBehind = useEffectEvent((behind: string | undefined) => {
    if (behind !== undefined) more?.();
  });
  useEffect(() => {
    if (id === undefined || shownFor.current === key) return undefined;
    if (!there) {
      loadBehind(last);
      return undefined;
    }
    const place = () => list.current?.querySelector<HTMLElement>(`[data-comment="${id}"]`);
    // The panel takes the focus itself when it opens.
    const frame = requestAnimationFrame(() => {
      shownFor.current = key;
      place()?.focus({ preventScroll: true });
      place()?.scrollIntoView?.({ block: 'center' });
    });
    const timer = setTimeout(() => {
      if (document.activeElement === place()) place()?.scrollIntoView?.({ block: 'center' });
    }, SETTLED_AFTER);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [list, id, key, there, last]);
  return there ? id : undefined;
}
