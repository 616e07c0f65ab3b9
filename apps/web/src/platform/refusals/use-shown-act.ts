import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useIdempotencyKey } from '../idempotency/use-idempotency-key';
import { type Act, useAct } from './use-act';

export type ShownAct<TData, TVariables> = Act<TData, TVariables> & {
  /** For this sending: the same again while it is not known whether the last one arrived. */
  key: () => string;
};

/** A change of what is shown, which follows it; also where it was refused, mostly because somebody was faster. */
export function useShownAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): ShownAct<TData, TVariables> {
  const client = useApolloClient();
  const { key, renew } = useIdempotencyKey();
  const result = useAct(document, { refetchQueries: 'active' }, ({ code }) => {
    if (code !== 'NETWORK') renew();
  });
  const act = async (variables: TVariables) => {
    const data = await result.act(variables);
    if (data === null) await client.refetchQueries({ include: 'active' }).catch(() => []);
    else renew();
    return data;
  };
  return { ...result, act, key };
}
