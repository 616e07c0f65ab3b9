import { driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import './tour.css';
import { PALETTE_KEYS } from '../../platform/commands/palette-key';
import { type PresentStop, presentStops, tourStops } from './tour-stops';

/** Milliseconds from stop to stop. */
const DURATION = 170;
/** What the library writes on whatever it points at, and takes away afterwards, also where it was there before. */
const BORROWED = ['aria-haspopup', 'aria-expanded', 'aria-controls'] as const;

/**
 * Leads over what is there, from stop to stop; Escape, the cross and a click beside it leave. Nothing of the app can be
 * operated meanwhile.
 * @returns leaves it
 */
export function runTour(onEnd: () => void): () => void {
  const stops = presentStops(tourStops(PALETTE_KEYS));
  const opener = document.activeElement;
  const giveBack = borrow(stops.map(({ element }) => element));
  const tour = driver({
    steps: stops.map(stepOf),
    animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    duration: DURATION,
    disableActiveInteraction: true,
    showProgress: stops.length > 1,
    progressText: '{{current}} of {{total}}',
    nextBtnText: 'Next',
    prevBtnText: 'Back',
    doneBtnText: 'Done',
    popoverClass: 'tour',
    overlayColor: 'var(--ch-scrim)',
    overlayOpacity: 1,
    stagePadding: 4,
    stageRadius: 6,
    popoverOffset: 8,
    onPopoverRender: ({ wrapper, title, footer, closeButton, nextButton }) => {
      wrapper.dataset['chModal'] = '';
      wrapper.setAttribute('aria-modal', 'true');
      title.setAttribute('role', 'none');
      footer.setAttribute('role', 'none');
      closeButton.setAttribute('aria-label', 'Leave the tour');
      // After the library has focused the cross: Enter goes on.
      queueMicrotask(() => nextButton.focus());
    },
    onHighlighted: () => giveBack(),
    // The library tells of an end only once it has arrived at a stop; of the wish to leave always.
    onDestroyStarted: () => leave(),
  });
  const leave = () => {
    if (!tour.isActive()) return;
    tour.destroy();
    giveBack();
    setTimeout(() => returnFocus(opener));
    onEnd();
  };
  if (stops.length > 0) tour.drive();
  else onEnd();
  return leave;
}

function stepOf({ element, title, words, keys = '' }: PresentStop) {
  const hasKeys = !window.matchMedia('(pointer: coarse)').matches;
  return { element, popover: { title: `<h2>${title}</h2>`, description: hasKeys ? `${words} ${keys}` : words } };
}

/** Remembers the attributes that will be overwritten; gives them back each time it is called. */
function borrow(elements: readonly Element[]): () => void {
  const before = elements.flatMap((element) =>
    BORROWED.map((name) => ({ element, name, value: element.getAttribute(name) })),
  );
  return () => {
    for (const { element, name, value } of before) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  };
}

/** What began it may be gone: then the screen's heading. */
function returnFocus(opener: Element | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const back = opener?.isConnected && opener !== document.body ? opener : document.querySelector('#main h1');
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
}
