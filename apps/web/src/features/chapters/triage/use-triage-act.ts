import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useCallback, useRef, useState } from 'react';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';

export type TriageAct = {
  /** Null where it was refused, which is said in a note, or while another is under way. */
  act: <TData, TVariables extends OperationVariables>(
    mutation: TypedDocumentNode<TData, TVariables>,
    variables: NoInfer<TVariables>,
  ) => Promise<TData | null>;
  pending: boolean;
};

/**
 * A step of whoever leads the session, by a button without a form. It has no key, so that it never waits for a connection:
 * what was right a minute ago would turn everybody's page now.
 */
export function useTriageAct(): TriageAct {
  const client = useApolloClient();
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const act = useCallback<TriageAct['act']>(
    async (mutation, variables) => {
      if (underWay.current) return null;
      underWay.current = true;
      setPending(true);
      try {
        const { data } = await client.mutate({ mutation, variables });
        return data ?? null;
      } catch (error) {
        const { title, next } = shownRefusal(error);
        notify({ tone: 'problem', subject: 'triage', title, detail: next });
        // Somebody was faster, mostly: what is there now is asked for.
        await client.refetchQueries({ include: ['TriageSession'] }).catch(() => []);
        return null;
      } finally {
        underWay.current = false;
        setPending(false);
      }
    },
    [client],
  );
  return { act, pending };
}
