import { useEffect, useRef } from 'react';
import { useLiveSubscription } from '../../platform/live/use-live-subscription';
import { ORGANIZATION_CHANGES } from './organization.operations';

/** An import changes hundreds of things in a row: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

/** Asks again for what is shown when the organization changes. `loaded`: follow from now on. */
export function useLiveOrganization(loaded: boolean, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveSubscription({
    document: ORGANIZATION_CHANGES,
    variables: {},
    // The overview carries no cursor; an empty one means from now on.
    after: loaded ? '' : null,
    pick: (data) => data.organizationChanges,
    onChange: later,
    onResync: later,
  });
}
