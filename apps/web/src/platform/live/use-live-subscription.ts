import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useSessionEnded } from '../session/session-ended';

/** What every subscription of the api carries. */
export type LiveChange = { cursor: string; resync: boolean };

export type LiveSubscription<TData, TVariables extends OperationVariables, TChange extends LiveChange> = {
  document: TypedDocumentNode<TData, TVariables>;
  /** Everything but `after`, which is kept here. Compared by content. */
  variables: Omit<TVariables, 'after'>;
  /** The cursor that came with the first load; nothing is followed until it is known. */
  after: string | null | undefined;
  /** Picks the change out of the message. */
  pick: (data: TData) => TChange;
  onChange: (change: TChange) => void;
  /** The gap was too long to be told: load the screen afresh. */
  onResync: () => void;
};

/**
 * Follows changes from where the first load ended. A lost connection is opened again with the last cursor seen;
 * the entities in each message are already in the cache when `onChange` runs.
 */
export function useLiveSubscription<TData, TVariables extends OperationVariables, TChange extends LiveChange>(
  subscription: LiveSubscription<TData, TVariables, TChange>,
): void {
  const { document, variables, after } = subscription;
  const client = useApolloClient();
  const cursor = useRef<string | undefined>(undefined);
  const variablesKey = JSON.stringify(variables);
  // Without a session the server would only refuse; signing in again goes on from the cursor.
  const sessionEnded = useSessionEnded();
  const following = after !== null && after !== undefined && !sessionEnded;

  // A fresh load moves the cursor without a new subscription.
  useEffect(() => {
    if (after !== null && after !== undefined) cursor.current = after;
  }, [after]);

  const receive = useEffectEvent((data: TData) => {
    const change = subscription.pick(data);
    cursor.current = change.cursor;
    if (change.resync) subscription.onResync();
    else subscription.onChange(change);
  });

  useEffect(() => {
    if (!following) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let attempt = 0;
    let running: { unsubscribe: () => void } | undefined;
    const again = () => {
      timer = setTimeout(start, Math.min(1_000 * 2 ** attempt++, 30_000));
    };
    const start = () => {
      running = client
        .subscribe({
          query: document,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `after` is optional in every subscription and added by the link
          variables: JSON.parse(variablesKey) as TVariables,
          context: { resumeAfter: () => cursor.current },
          errorPolicy: 'none',
        })
        .subscribe({
          next: ({ data }) => {
            attempt = 0;
            if (data) receive(data);
          },
          // Ended by the server (its limit of time, a restart): go on from the cursor.
          error: again,
          complete: again,
        });
    };
    start();
    return () => {
      clearTimeout(timer);
      running?.unsubscribe();
    };
  }, [client, document, variablesKey, following]);
}
