import { ITEM_ALREADY_SO } from '@chapterhouse/domain/priorities/item-fields';
import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useRef, useState } from 'react';
import type { BulkItemChanges, BulkResultFragment } from '../../../generated/graphql';
import { newIdempotencyKey, useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { BACKLOG } from '../backlog/backlog.operations';
import { itemSelection } from '../selection/item-selection';
import { offerUndo } from '../undo/offer-undo';
import { BULK_EDIT_ITEMS, UNDO_BULK_EDIT } from './bulk.operations';

/** Sends one change of many, with one way back; what was left as it was is shown, and stays selected. */
export function useBulkEdit(onDone: () => void) {
  const client = useApolloClient();
  const { key, renew } = useIdempotencyKey();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [skipped, setSkipped] = useState<BulkResultFragment['skipped']>([]);
  const underWay = useRef(false);

  const takeBack = async (id: string, label: string) => {
    const { data } = await client.mutate({
      mutation: UNDO_BULK_EDIT,
      variables: { id, idempotencyKey: newIdempotencyKey() },
      refetchQueries: [BACKLOG],
    });
    const left = data?.bulk.skipped ?? [];
    notify({
      title: `Taken back: ${label}`,
      ...(left.length > 0 && {
        tone: 'problem' as const,
        detail: `${plural(left.length, 'item')} stayed: ${left.map(({ item, why }) => `${item.key} (${why})`).join(', ')}.`,
      }),
    });
  };

  const send = async (ids: readonly string[], changes: BulkItemChanges, reason: string | null): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    try {
      const { data } = await client.mutate({
        mutation: BULK_EDIT_ITEMS,
        variables: { ids: [...ids], changes, reason, idempotencyKey: key() },
        refetchQueries: [BACKLOG],
      });
      if (!data) throw new Error('A mutation answered with neither data nor errors.');
      const { undo, skipped: stayed } = data.bulk;
      const left = stayed.filter(({ why }) => why !== ITEM_ALREADY_SO);
      if (undo) offerUndo({ id: undo.id, label: undo.label, takeBack: () => takeBack(undo.id, undo.label) });
      else if (left.length === 0) notify({ title: 'Nothing had to be changed.' });
      itemSelection.set(left.map(({ item }) => item.id));
      setSkipped(left);
      if (left.length === 0) onDone();
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
  return { send, pending, refusal, skipped };
}
