import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { notify } from '@chapterhouse/ui/toast';
import type { ImpedimentCardFragment, ImpedimentFactsFragment } from '../../../generated/graphql';
import { useImpedimentAct } from '../use-impediment-act';

type Answer = { __typename: 'Mutation'; impediment: ImpedimentCardFragment };

/** One press, shown at once; when refused it goes back and a note says why. */
export function useQuickAct(impediment: ImpedimentFactsFragment) {
  const act = useImpedimentAct();
  return async <TVariables extends OperationVariables>(
    mutation: TypedDocumentNode<Answer, TVariables>,
    variables: TVariables,
    change: Partial<ImpedimentCardFragment>,
  ): Promise<boolean> => {
    const optimistic: Answer = { __typename: 'Mutation', impediment: { ...impediment, ...change } };
    const outcome = await act(impediment, mutation, variables, optimistic);
    if (!outcome.done) notify({ tone: 'problem', title: outcome.refusal.title, detail: outcome.refusal.next });
    return outcome.done;
  };
}
