import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type Act, useAct } from '../../../platform/refusals/use-act';

/** A change of an action; lists that show some of it are asked for again. */
export function useActionAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Act<TData, TVariables> & { key: () => string } {
  const { key, renew } = useIdempotencyKey();
  const result = useAct(document, { refetchQueries: 'active' });
  const act = async (variables: TVariables) => {
    const data = await result.act(variables);
    if (data !== null) renew();
    return data;
  };
  return { ...result, act, key };
}
