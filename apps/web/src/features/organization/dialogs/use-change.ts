import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type Act, useAct } from '../../../platform/refusals/use-act';

export type Change<TData, TVariables> = Act<TData, TVariables> & { key: () => string };

/** A mutation of the organization: what is on the screen is asked for again after it. */
export function useChange<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): Change<TData, TVariables> {
  const { key } = useIdempotencyKey();
  const act = useAct(document, { refetchQueries: 'active' });
  return { ...act, key };
}
