import { useSyncExternalStore } from 'react';

/** Words that come back into the form: they waited for a connection and were refused then. */
export type WordsToRaise = { title: string; description: string };

type Raising = { open: boolean; words: WordsToRaise | null };

const CLOSED: Raising = { open: false, words: null };
let raising = CLOSED;
const listeners = new Set<() => void>();

/** From a button anywhere; the one dialog stands in the shell. */
export function setRaising(open: boolean, words: WordsToRaise | null = null): void {
  if (open === raising.open && words === null) return;
  raising = open ? { open, words } : CLOSED;
  for (const listener of listeners) listener();
}

export function useRaising(): Raising {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => raising,
  );
}
