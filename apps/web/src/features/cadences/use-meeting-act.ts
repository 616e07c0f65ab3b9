import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useIdempotencyKey } from '../../platform/idempotency/use-idempotency-key';
import { type Act, useAct } from '../../platform/refusals/use-act';

/** A change of a meeting or a rota; what is shown follows it, also where somebody was faster. */
export function useMeetingAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Act<TData, TVariables> & { key: () => string } {
  const client = useApolloClient();
  const { key, renew } = useIdempotencyKey();
  const result = useAct(document, { refetchQueries: 'active' });
  const act = async (variables: TVariables) => {
    const data = await result.act(variables);
    if (data === null) await client.refetchQueries({ include: 'active' }).catch(() => []);
    renew();
    return data;
  };
  return { ...result, act, key };
}
