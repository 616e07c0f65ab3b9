import { useEffect, useRef } from 'react';
import { useLiveSubscription } from '../../platform/live/use-live-subscription';
import { DECISION_CHANGED } from './decisions.operations';

/** An import changes hundreds in a row: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

/**
 * Asks again for what is shown when decisions change.
 * @param loaded follow from now on
 * @param id only this one; all when left out
 */
export function useDecisionChanges(loaded: boolean, refetch: () => Promise<unknown>, id?: string): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveSubscription({
    document: DECISION_CHANGED,
    variables: { id: id ?? null },
    // What was loaded carries no cursor; an empty one means from now on.
    after: loaded ? '' : null,
    pick: (data) => data.decisionChanged,
    onChange: later,
    onResync: later,
  });
}
