import { useEffect, useRef } from 'react';
import type { BacklogChangedSubscription } from '../../generated/graphql';
import { useLiveSubscription } from '../../platform/live/use-live-subscription';
import { BACKLOG_CHANGED } from './planning.operations';

/** An import or a bulk edit changes hundreds: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

export type BacklogChange = BacklogChangedSubscription['backlogChanged'];

/**
 * Asks again for what is shown when items, goals, dependencies or scenarios of the product change.
 * @param productId null: nothing is followed yet
 * @param concerns leaves out changes that this screen does not show
 */
export function useBacklogChanges(
  productId: string | null,
  refetch: () => Promise<unknown>,
  concerns: (change: BacklogChange) => boolean = () => true,
): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveSubscription({
    document: BACKLOG_CHANGED,
    variables: { productId: productId ?? '' },
    // What was loaded carries no cursor; an empty one means from now on.
    after: productId === null ? null : '',
    pick: (data) => data.backlogChanged,
    onChange: (change) => {
      if (concerns(change)) later();
    },
    onResync: later,
  });
}
