import { useSyncExternalStore } from 'react';

let asked = false;
const listeners = new Set<() => void>();

/** From the note, a menu or the palette; the one tour stands in the shell. */
export function setTour(next: boolean): void {
  if (next === asked) return;
  asked = next;
  for (const listener of listeners) listener();
}

export function useTourAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
