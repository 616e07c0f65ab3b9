import { notify } from '@chapterhouse/ui/toast';
import { useSyncExternalStore } from 'react';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';

/** Shown for so long, in milliseconds; the server takes it a little longer. */
const STAYS = 10_000;

export type UndoOffer = {
  id: string;
  /** What was done: "12 items are ready". */
  label: string;
  /** As of `notify`: offers of one subject do not pile up. */
  subject?: string;
  /** Takes it back and tells of it, or throws the refusal. */
  takeBack: () => Promise<unknown>;
};

type Open = { id: string; undo: () => void };

let open: Open | null = null;
const listeners = new Set<() => void>();

function setOpen(next: Open | null): void {
  open = next;
  for (const listener of listeners) listener();
}

/** What the key `z` would take back; null when it is too late for all. */
export function useOpenUndo(): Open | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}

/** Says what was done, and offers for ten seconds to take it back. */
export function offerUndo({ id, label, subject, takeBack }: UndoOffer): void {
  const undo = () => {
    if (open?.id === id) setOpen(null);
    takeBack().catch((error: unknown) => {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title: `Not taken back. ${title}`, detail: next });
    });
  };
  setOpen({ id, undo });
  setTimeout(() => open?.id === id && setOpen(null), STAYS);
  notify({
    title: label,
    action: { label: 'Undo', onSelect: undo },
    stays: STAYS,
    ...(subject !== undefined && { subject }),
  });
}
