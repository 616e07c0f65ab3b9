import type { ApolloCache, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import type { Waits } from '../../../platform/offline/outbox-link';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { expectOwnChange, tellChange } from '../impediment-changes';
import { announced } from '../use-impediment-act';

export type CommentOutcome = { done: true } | { done: false; refusal: ShownRefusal } | 'busy';

/** Changes a comment of an impediment. Never throws: a refusal is an outcome. `busy`: the one before is under way. */
export function useCommentAct({ id }: Pick<ImpedimentFactsFragment, 'id'>) {
  const client = useApolloClient();
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const act = async <TData, TVariables extends OperationVariables>(
    mutation: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    { update, waits }: { update?: (cache: ApolloCache) => void; waits?: Waits } = {},
  ): Promise<CommentOutcome> => {
    if (underWay.current) return 'busy';
    underWay.current = true;
    setPending(true);
    expectOwnChange(id);
    try {
      await client.mutate<TData>({
        mutation,
        variables,
        context: { waits: waits && announced(waits) },
        ...(update && { update }),
      });
      expectOwnChange(id);
      return { done: true };
    } catch (error) {
      return { done: false, refusal: shownRefusal(error) };
    } finally {
      underWay.current = false;
      setPending(false);
      // Also after a refusal: what is shown here may be old.
      tellChange(id);
    }
  };
  return { act, pending };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** After a conflict: what the comment says now, and its version. */
export function commentNow({ code, details }: ShownRefusal): { version: number; body: string } | null {
  const { current, currentVersion } = details;
  if (code !== 'CONFLICT' || typeof currentVersion !== 'number' || !isRecord(current)) return null;
  return typeof current['body'] === 'string' ? { version: currentVersion, body: current['body'] } : null;
}
