import { useSyncExternalStore } from 'react';

/** Relative times need no more than this, in milliseconds. */
const STEP = 60_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, STEP);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The present moment in milliseconds, moving on once a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
