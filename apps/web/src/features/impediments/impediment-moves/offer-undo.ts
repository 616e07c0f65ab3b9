import type { ApolloClient } from '@apollo/client';
import { notify } from '@chapterhouse/ui/toast';
import { useSyncExternalStore } from 'react';
import type { UndoOfferFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { focusCard } from '../focus-card';
import { expectOwnChange, tellChange } from '../impediment-changes';
import { appendToBoard } from '../live-board/append-to-board';
import { plural } from '../plural';
import { UNDO_IMPEDIMENT_CHANGE } from './undo.operations';

/** Shown for so long where the two clocks disagree too much, in milliseconds. */
const STAYS = 10_000;

type Open = { offer: UndoOfferFragment; undo: () => void };

let open: Open | null = null;
const listeners = new Set<() => void>();

function setOpen(next: Open | null): void {
  open = next;
  for (const listener of listeners) listener();
}

/** The change that the key `z` would take back; null when it is too late for all. */
export function useOpenUndo(): Open | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}

/** Offers for ten seconds to take back what was just done. */
export function offerUndo(client: ApolloClient, offer: UndoOfferFragment): void {
  const undo = () => {
    if (open?.offer.id === offer.id) setOpen(null);
    void takeBack(client, offer);
  };
  setOpen({ offer, undo });
  setTimeout(() => open?.offer.id === offer.id && setOpen(null), STAYS);
  notify({ title: offer.label, action: { label: 'Undo', onSelect: undo }, stays: STAYS });
}

async function takeBack(client: ApolloClient, { id, label }: UndoOfferFragment): Promise<void> {
  try {
    const { data } = await client.mutate({
      mutation: UNDO_IMPEDIMENT_CHANGE,
      variables: { id, idempotencyKey: newIdempotencyKey() },
    });
    const { undone = [], left = [] } = data?.undoImpedimentChange ?? {};
    for (const impediment of undone) {
      expectOwnChange(impediment.id);
      appendToBoard(client.cache, impediment);
      tellChange(impediment.id);
    }
    const [only] = undone;
    if (undone.length === 1 && only) focusCard(only.key);
    notify({
      title: `Taken back: ${label}`,
      ...(left.length > 0 && {
        tone: 'problem' as const,
        detail: `${plural(left.length, 'impediment')} stayed as they are, because somebody changed them since: ${left.map(({ key }) => key).join(', ')}.`,
      }),
    });
  } catch (error) {
    const { title, next } = shownRefusal(error);
    notify({ tone: 'problem', title: `Not taken back. ${title}`, detail: next });
  }
}
