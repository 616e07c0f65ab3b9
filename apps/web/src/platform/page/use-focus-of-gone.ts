import { useEffect, useRef } from 'react';

/** Milliseconds that a dialog takes to go and to give the focus back, where it can. */
const CLOSING = 50;

/**
 * Buttons go away with what they did, and the focus of whoever pressed one with them: it goes to the screen's heading
 * instead of nowhere, so that the next Tab is the first thing that can be done now.
 */
export function useFocusOfGone(): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const keep = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    document.addEventListener('focusin', keep);
    return () => document.removeEventListener('focusin', keep);
  }, []);
  // After whatever is drawn anew: what was there may be gone.
  useEffect(() => {
    const timer = setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || last.current === null || last.current.isConnected) return;
      document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
    }, CLOSING);
    return () => clearTimeout(timer);
  });
}
