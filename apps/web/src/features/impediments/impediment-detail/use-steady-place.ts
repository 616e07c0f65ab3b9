import { type RefObject, useEffect } from 'react';

/**
 * Keeps the place where somebody types where it is on the screen while something above it grows or shrinks. By itself
 * the browser keeps what is at the upper edge, and pushes what is below.
 */
export function useSteadyPlace(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let letGo = () => {};
    const hold = () => {
      letGo();
      letGo = holdInPlace(element);
    };
    const release = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node) || !element.contains(relatedTarget)) letGo();
    };
    element.addEventListener('focusin', hold);
    element.addEventListener('focusout', release);
    return () => {
      letGo();
      element.removeEventListener('focusin', hold);
      element.removeEventListener('focusout', release);
    };
  }, [place]);
}

function holdInPlace(element: HTMLElement): () => void {
  const scroller = scrollerOf(element);
  // Its place in what is scrolled: scrolling leaves it alone.
  const placeIn = () => element.getBoundingClientRect().top + scroller.scrollTop;
  let before = placeIn();
  const observer = new ResizeObserver(() => {
    const now = placeIn();
    if (now !== before) scroller.scrollBy({ top: now - before, behavior: 'instant' });
    before = now;
  });
  for (const child of scroller.children) observer.observe(child);
  // Two that hold would hold twice.
  scroller.style.overflowAnchor = 'none';
  return () => {
    observer.disconnect();
    scroller.style.overflowAnchor = '';
  };
}

/** The nearest thing around it that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight) return one;
  }
  return document.documentElement;
}
