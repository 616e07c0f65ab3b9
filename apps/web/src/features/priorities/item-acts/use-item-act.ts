import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import type { ItemLineByKeyQuery } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { ITEM_LINE_BY_KEY } from './item-acts.operations';

export type ItemNow = NonNullable<ItemLineByKeyQuery['backlogItem']>;
/** `current`: what is there now, loaded afresh when somebody else was first. */
export type ItemOutcome<TData> =
  { done: true; data: TData } | { done: false; refusal: ShownRefusal; current: ItemNow | null };

/** Refusals after which what this screen shows is no longer true. */
const STALE = new Set(['CONFLICT', 'ITEM_IN_OTHER_STATE', 'ITEM_NOT_READY', 'FORBIDDEN', 'NOT_FOUND']);

/**
 * Changes one item. With `optimistic` the screen shows the result at once and goes back by itself when the server
 * refuses. Never throws: a refusal is an outcome.
 */
export function useItemAct() {
  const client = useApolloClient();
  return useCallback(
    async <TData extends { item: unknown }, TVariables extends OperationVariables>(
      key: string,
      mutation: TypedDocumentNode<TData, TVariables>,
      variables: TVariables,
      optimistic?: TData,
    ): Promise<ItemOutcome<TData>> => {
      try {
        const { data } = await client.mutate<TData>({
          mutation,
          variables: { ...variables, idempotencyKey: newIdempotencyKey() },
          ...(optimistic && { optimisticResponse: () => optimistic }),
        });
        if (!data) throw new Error('A mutation answered with neither data nor errors.');
        return { done: true, data };
      } catch (error) {
        const refusal = shownRefusal(error);
        return { done: false, refusal, current: STALE.has(refusal.code) ? await load(key) : null };
      }

      async function load(of: string): Promise<ItemNow | null> {
        try {
          const { data } = await client.query({
            query: ITEM_LINE_BY_KEY,
            variables: { key: of },
            fetchPolicy: 'network-only',
          });
          return data?.backlogItem ?? null;
        } catch {
          return null; // The connection is gone as well: the refusal says enough.
        }
      }
    },
    [client],
  );
}
