import { type RefObject, useEffect } from 'react';

/**
 * Keeps the place where somebody types where it is on the screen while something above it grows or shrinks. The browser
 * does the same for what is read at the upper edge, not for what is below it.
 */
export function useSteadyPlace(above: RefObject<HTMLElement | null>, place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const here = () => place.current?.getBoundingClientRect().top ?? 0;
    let top = here();
    const note = () => {
      top = here();
    };
    const settle = () => {
      const shift = here() - top;
      const typing = place.current?.contains(document.activeElement) ?? false;
      if (typing && shift !== 0) scrollerOf(place.current)?.scrollBy({ top: shift, behavior: 'instant' });
      note();
    };
    const observer = new ResizeObserver(settle);
    if (above.current) observer.observe(above.current);
    document.addEventListener('focusin', note);
    document.addEventListener('input', note);
    document.addEventListener('scroll', note, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('input', note);
      document.removeEventListener('scroll', note, { capture: true });
    };
  }, [above, place]);
}

/** The nearest thing around it that scrolls. */
function scrollerOf(element: HTMLElement | null): Element | null {
  for (let one = element?.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight) return one;
  }
  return document.scrollingElement;
}
