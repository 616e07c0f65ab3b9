import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { RefusalCode } from './refusal-messages';
import type { ShownRefusal } from './shown-refusal';
import type { Act } from './use-act';
import { useShownAct } from './use-shown-act';

export type StepAct<TData, TVariables> = Act<TData, TVariables> & {
  /** The same again while it is not known whether the last sending arrived. */
  sendingKey: () => string;
  /** Somebody was faster: what is shown is loaded afresh, so that it is read before it is decided. */
  changed: boolean;
  /** Any other refusal. */
  told: ShownRefusal | null;
};

/** A step of something that several people take further. @param faster refusals that say that somebody was faster */
export function useStepAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  faster: readonly RefusalCode[] = ['CONFLICT'],
): StepAct<TData, TVariables> {
  const { key: sendingKey, ...result } = useShownAct(document);
  const changed = faster.some((code) => code === result.refusal?.code);
  return { ...result, sendingKey, changed, told: changed ? null : result.refusal };
}
