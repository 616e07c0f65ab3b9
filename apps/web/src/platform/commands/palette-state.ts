import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

/** From a key or a button anywhere; the one palette stands in the shell. */
export function setPalette(next: boolean): void {
  if (next === open) return;
  open = next;
  for (const listener of listeners) listener();
}

export const isPaletteOpen = (): boolean => open;

export function usePaletteOpen(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isPaletteOpen);
}
