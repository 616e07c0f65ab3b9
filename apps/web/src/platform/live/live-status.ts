import { useSyncExternalStore } from 'react';

/** `idle`: nothing is followed live. `reconnecting`: the socket is gone and is being opened again. */
export type LiveStatus = 'idle' | 'live' | 'reconnecting';

let status: LiveStatus = 'idle';
const listeners = new Set<() => void>();

export function setLiveStatus(next: LiveStatus): void {
  if (next === status) return;
  status = next;
  for (const listener of listeners) listener();
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => status,
  );
}
