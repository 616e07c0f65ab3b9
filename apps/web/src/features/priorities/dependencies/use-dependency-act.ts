import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { type Act, useAct } from '../../../platform/refusals/use-act';

export type DependencyAct<TData, TVariables> = Act<TData, TVariables> & {
  /** The other side was faster: what is shown is loaded afresh, so that it is read before it is answered. */
  changed: boolean;
  /** Any other refusal. */
  told: ShownRefusal | null;
};

/** A step of a dependency; afterwards, and where the other side was faster, what is on the screen is loaded afresh. */
export function useDependencyAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): DependencyAct<TData, TVariables> {
  const client = useApolloClient();
  const result = useAct(document, { refetchQueries: 'active' });
  const act = async (variables: TVariables) => {
    const data = await result.act(variables);
    if (data === null) await client.refetchQueries({ include: 'active' }).catch(() => []);
    return data;
  };
  const changed = result.refusal?.code === 'CONFLICT' || result.refusal?.code === 'DEPENDENCY_IN_OTHER_STATE';
  return { ...result, act, changed, told: changed ? null : result.refusal };
}
