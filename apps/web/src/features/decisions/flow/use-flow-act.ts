import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { type Act, useAct } from '../../../platform/refusals/use-act';

export type FlowAct<TData, TVariables> = Act<TData, TVariables> & {
  /** Other words were saved meanwhile: what is shown is loaded afresh, so that it is read before it is decided. */
  changed: boolean;
  /** Any other refusal. */
  told: ShownRefusal | null;
};

/** A step of a decision; afterwards, and where somebody was faster, everything on the screen is loaded afresh. */
export function useFlowAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): FlowAct<TData, TVariables> {
  const client = useApolloClient();
  const result = useAct(document, { refetchQueries: 'active' });
  const act = async (variables: TVariables) => {
    const data = await result.act(variables);
    if (data === null) await client.refetchQueries({ include: 'active' }).catch(() => []);
    return data;
  };
  const changed = result.refusal?.code === 'CONFLICT';
  return { ...result, act, changed, told: changed ? null : result.refusal };
}
