import { useEffect, useRef } from 'react';
import { useLiveSubscription } from '../../platform/live/use-live-subscription';
import { SPRINT_CHANGES } from './sprints.operations';

/** An import changes hundreds of sprints in a row: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;
const NO_VARIABLES = {};

/** Asks again for what is shown when sprints change. `loaded`: follow from now on. */
export function useLiveSprints(loaded: boolean, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveSubscription({
    document: SPRINT_CHANGES,
    variables: NO_VARIABLES,
    // A list carries no cursor; an empty one means from now on.
    after: loaded ? '' : null,
    pick: (data) => data.sprintChanges,
    onChange: later,
    onResync: later,
  });
}
