import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type Act, useAct } from '../../../platform/refusals/use-act';

/** A change of a source: lists and numbers on the screen are asked for again after it. */
export function useSourceAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Act<TData, TVariables> & { key: () => string } {
  const { key } = useIdempotencyKey();
  const act = useAct(document, { refetchQueries: 'active' });
  return { ...act, key };
}
