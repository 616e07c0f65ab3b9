import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { type StepAct, useStepAct } from '../../../platform/refusals/use-step-act';

/** A step of a dependency; where the other side was faster, what is on the screen is loaded afresh. */
export function useDependencyAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): StepAct<TData, TVariables> {
  return useStepAct(document, ['CONFLICT', 'DEPENDENCY_IN_OTHER_STATE']);
}
