import type { OperationVariables } from '@apollo/client';
import { useEffect, useRef } from 'react';
import { type LiveChange, type LiveSubscription, useLiveSubscription } from './use-live-subscription';

/** One change often comes with hundreds: milliseconds of quiet before what is shown is asked for again. */
const QUIET = 400;

export type LiveRefetch<TData, TVariables extends OperationVariables, TChange extends LiveChange> = Pick<
  LiveSubscription<TData, TVariables, TChange>,
  'document' | 'variables' | 'pick'
> & {
  /** From now on; what was loaded carries no cursor. */
  following: boolean;
  /** Leaves out changes that this screen does not show. */
  concerns?: (change: TChange) => boolean;
  refetch: () => Promise<unknown>;
};

/** Asks again for what is shown once it has changed and all is quiet. */
export function useLiveRefetch<TData, TVariables extends OperationVariables, TChange extends LiveChange>({
  document,
  variables,
  pick,
  following,
  concerns = () => true,
  refetch,
}: LiveRefetch<TData, TVariables, TChange>): void {
  const later = useRefetchLater(refetch);
  useLiveSubscription({
    document,
    variables,
    after: following ? '' : null,
    pick,
    onChange: (change) => {
      if (concerns(change)) later();
    },
    onResync: later,
  });
}

/** Asks again after a moment without another call. */
export function useRefetchLater(refetch: () => Promise<unknown>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    // A failed reload leaves what is shown; the next change, or the person, tries again.
    timer.current = setTimeout(() => void refetch().catch(() => {}), QUIET);
  };
}
