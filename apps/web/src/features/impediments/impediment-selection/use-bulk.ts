import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useRef, useState } from 'react';
import type { BulkOutcomeFactsFragment, ImpedimentCardFragment } from '../../../generated/graphql';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { expectOwnChange, tellChange } from '../impediment-changes';
import { offerUndo } from '../impediment-moves/offer-undo';
import { selection } from './selection';

type Items = { items: { id: string; version: number }[]; idempotencyKey?: string | null };

/** Sends one change of many, each in the version that is on the screen; what was left is shown, and stays selected. */
export function useBulk(impediments: readonly ImpedimentCardFragment[], onDone: () => void) {
  const client = useApolloClient();
  const { key, renew } = useIdempotencyKey();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [left, setLeft] = useState<BulkOutcomeFactsFragment['left']>([]);
  const underWay = useRef(false);

  const send = async <TWords extends object>(
    mutation: TypedDocumentNode<{ bulk: BulkOutcomeFactsFragment }, Items & TWords>,
    words: TWords,
  ): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    const items = impediments.map(({ id, version }) => ({ id, version }));
    for (const { id } of items) expectOwnChange(id);
    try {
      const variables = { ...words, items, idempotencyKey: key() };
      const { data } = await client.mutate({ mutation, variables });
      const outcome = data?.bulk;
      if (!outcome) throw new Error('A mutation answered with neither data nor errors.');
      for (const { id } of outcome.changed) tellChange(id);
      if (outcome.undo) offerUndo(client, outcome.undo);
      else if (outcome.left.length === 0) notify({ title: 'Nothing had to be changed.' });
      selection.set(outcome.left.map(({ id }) => id));
      setLeft(outcome.left);
      if (outcome.left.length === 0) onDone();
    } catch (error) {
      const shown = shownRefusal(error);
      setRefusal(shown);
      // Without a reply it may have been saved: the same key again has one effect.
      if (shown.code !== 'NETWORK') renew();
    } finally {
      underWay.current = false;
      setPending(false);
    }
  };
  return { send, pending, refusal, left };
}
