import { useEffect, useRef } from 'react';
import { useImpedimentChanges } from '../live-board/use-impediment-changes';

/** One change often comes with others: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

/** Asks again for what is shown when impediments change: so does what waiting for a source costs. */
export function useLiveSources(loaded: boolean, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // No answer carries a cursor; an empty one means from now on.
  useImpedimentChanges(loaded ? '' : undefined, later, later);
}
