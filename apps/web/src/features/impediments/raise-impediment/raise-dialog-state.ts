import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

/** From a button anywhere; the one dialog stands in the shell. */
export function setRaising(next: boolean): void {
  if (next === open) return;
  open = next;
  for (const listener of listeners) listener();
}

export function useRaising(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
