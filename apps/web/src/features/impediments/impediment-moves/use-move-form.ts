import type { TypedDocumentNode } from '@apollo/client';
import { notify } from '@chapterhouse/ui/toast';
import { useRef, useState } from 'react';
import type { ImpedimentCardFragment, ImpedimentFactsFragment } from '../../../generated/graphql';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentAct } from '../use-impediment-act';

export type MoveVariables = { id: string; version: number; idempotencyKey?: string | null };
type Moved = { impediment: Pick<ImpedimentCardFragment, 'state' | 'version'> };

export type Leaves = {
  /** The draft that holds the words: they come back into it when the move is refused. */
  draft?: { key: string };
  /** It waits for a connection: the form lets go of it. */
  onLeft: () => void;
};

/**
 * Sends the words of a move. It speaks of the version that the person saw when the form opened; after a conflict,
 * of the one that the form then showed. What was typed stays in either case.
 */
export function useMoveForm(
  impediment: ImpedimentCardFragment,
  onDone: (state: ImpedimentCardFragment['state'], version: number) => void,
  leaves?: Leaves,
) {
  const act = useImpedimentAct();
  const { key, renew } = useIdempotencyKey();
  const [seen, setSeen] = useState<ImpedimentCardFragment>(impediment);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [current, setCurrent] = useState<ImpedimentFactsFragment | null>(null);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);

  /**
   * @param words what the move needs besides the impediment, its version and the key
   * @returns what was answered; null where it was refused
   */
  const send = async <TData extends Moved, TWords extends object>(
    mutation: TypedDocumentNode<TData, MoveVariables & TWords>,
    words: TWords,
  ): Promise<TData | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    const variables = { ...words, id: seen.id, version: seen.version, idempotencyKey: key() };
    let left = false;
    const onWait = () => {
      left = true;
      notify({ title: `${seen.key}: your change waits for the connection.` });
      leaves?.onLeft();
    };
    const drafts = leaves?.draft ? [leaves.draft.key] : [];
    // The form is gone when it is sent: the shell says when it is refused then.
    const waits = leaves && { drafts, onWait, claims: () => false };
    const outcome = await act(seen, mutation, variables, undefined, waits);
    if (left) return null;
    underWay.current = false;
    setPending(false);
    if (outcome.done) {
      onDone(outcome.data.impediment.state, outcome.data.impediment.version);
      return outcome.data;
    }
    setRefusal(outcome.refusal);
    setCurrent(outcome.current);
    if (outcome.current) setSeen(outcome.current);
    // Without a reply it may have been saved: the same key again has one effect.
    if (outcome.refusal.code !== 'NETWORK') renew();
    return null;
  };

  return { send, seen, pending, refusal, current };
}
