import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ShownRefusal, shownRefusal } from './shown-refusal';

export type Act<TData, TVariables> = {
  /** Sends it; `null` when refused (then `refusal` says why) or while another is under way. */
  act: (variables: TVariables) => Promise<TData | null>;
  pending: boolean;
  refusal: ShownRefusal | null;
  clear: () => void;
};

/** A mutation whose refusal is words to show, never an exception to catch. */
export function useAct<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  options: useMutation.Options<TData, TVariables> = {},
  onRefused?: (refusal: ShownRefusal) => void,
): Act<TData, TVariables> {
  const [mutate, { loading }] = useMutation<TData, TVariables>(document, options);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const underWay = useRef(false);
  const told = useRef(onRefused);
  useEffect(() => {
    told.current = onRefused;
  });

  const act = useCallback(
    async (variables: TVariables): Promise<TData | null> => {
      if (underWay.current) return null;
      underWay.current = true;
      setRefusal(null);
      try {
        const { data } = await mutate({ variables });
        return data ?? null;
      } catch (error) {
        const refused = shownRefusal(error);
        setRefusal(refused);
        told.current?.(refused);
        return null;
      } finally {
        underWay.current = false;
      }
    },
    [mutate],
  );
  const clear = useCallback(() => setRefusal(null), []);
  return { act, pending: loading, refusal, clear };
}
