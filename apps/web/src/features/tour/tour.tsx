import { notify } from '@chapterhouse/ui/toast';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useCommand } from '../../platform/commands/use-command';
import { setTour, useTourAsked } from './tour-state';
import { TOUR_ADDRESS, useStartTour } from './use-start-tour';

/** How long the board may take to come, in milliseconds; then the tour shows what there is. */
const PATIENCE = 5_000;
/** A card, or what an empty board says instead. */
const READY = '[data-card], #main .ch-empty';

/** Once, in the shell: leads over the board when it is asked for. Its code comes then. */
export function Tour() {
  const asked = useTourAsked();
  const { pathname } = useLocation();
  const start = useStartTour();
  const began = useRef(false);
  useCommand({
    id: 'tour',
    label: 'Take the tour',
    group: 'settings',
    keywords: 'help introduction guide new',
    run: start,
  });

  useEffect(() => {
    if (!asked) {
      began.current = false;
      return undefined;
    }
    if (pathname !== TOUR_ADDRESS) {
      // On the way there; or away again, by the browser's Back.
      if (began.current) setTour(false);
      return undefined;
    }
    began.current = true;
    let left = false;
    let leave = () => {};
    const lead = async () => {
      const [{ runTour }] = await Promise.all([import('./run-tour'), untilThere(READY)]);
      if (!left) leave = runTour(() => setTour(false));
    };
    lead().catch(() => {
      setTour(false);
      notify({
        tone: 'problem',
        title: 'The tour could not be loaded.',
        detail: 'Check your connection, then try again.',
      });
    });
    return () => {
      left = true;
      leave();
    };
  }, [asked, pathname]);
  return null;
}

/** Resolves once something of this kind is in the page, or the patience is over. */
function untilThere(selector: string): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      watch.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const watch = new MutationObserver(() => document.querySelector(selector) && done());
    const timer = setTimeout(done, PATIENCE);
    watch.observe(document.body, { childList: true, subtree: true });
    if (document.querySelector(selector)) done();
  });
}
