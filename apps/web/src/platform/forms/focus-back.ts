import type { RefObject } from 'react';

/**
 * After a form in place has gone: the focus goes back to what opened it, unless the person went on elsewhere while it
 * was being saved. It would take the words that they are writing there.
 */
export function focusBack(opener: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) opener.current?.focus({ preventScroll: true });
  });
}
