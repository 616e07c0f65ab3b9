import { useEffect, useRef } from 'react';
import { useLiveSubscription } from '../../platform/live/use-live-subscription';
import { ORDER_CHANGED } from './order/order.operations';

/** Somebody who walks an item up moves it often: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

/** Asks again for what follows from the order when something moved in it. @param productId null: nothing is followed yet */
export function useOrderMoved(productId: string | null, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveSubscription({
    document: ORDER_CHANGED,
    variables: { productId: productId ?? '' },
    // What was loaded carries no cursor; an empty one means from now on.
    after: productId === null ? null : '',
    pick: (data) => data.orderChanged,
    onChange: later,
    onResync: later,
  });
}
