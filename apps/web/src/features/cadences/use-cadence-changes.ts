import { useEffect, useRef } from 'react';
import { useLiveSubscription } from '../../platform/live/use-live-subscription';
import { CADENCE_CHANGED } from './cadences.operations';

/** Whoever fills in who was there changes much in a row: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

/**
 * Asks again for what is shown when meetings, actions or rotas change.
 * @param loaded follow from now on
 */
export function useCadenceChanges(loaded: boolean, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveSubscription({
    document: CADENCE_CHANGED,
    variables: {},
    // What was loaded carries no cursor; an empty one means from now on.
    after: loaded ? '' : null,
    pick: (data) => data.cadenceChanged,
    onChange: later,
    onResync: later,
  });
}
