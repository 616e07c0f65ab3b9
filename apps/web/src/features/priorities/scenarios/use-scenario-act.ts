import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { type Act, useAct } from '../../../platform/refusals/use-act';

export type ScenarioAct<TData, TVariables> = Act<TData, TVariables> & {
  /** It was changed elsewhere: what is shown is loaded afresh. */
  changed: boolean;
  /** Any other refusal. */
  told: ShownRefusal | null;
};

/** A step of a scenario; where it was changed meanwhile, what is on the screen is loaded afresh. */
export function useScenarioAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): ScenarioAct<TData, TVariables> {
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
