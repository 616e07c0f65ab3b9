import { useSyncExternalStore } from 'react';

let ended = false;
let expected = false;
/** Grows each time somebody has signed in again. */
let present = 0;
const listeners = new Set<() => void>();
const renewals = new Set<() => void>();

function set(next: boolean): void {
  if (next === ended) return;
  ended = next;
  for (const listener of listeners) listener();
}

/** Which session it is now, for `markSessionEnded`: taken when something is asked of the server. */
export function presentSession(): number {
  return present;
}

/**
 * The server no longer knows this session. The shell asks to sign in again, above the present screen.
 * @param asked the session that the server was asked in: a late answer to an earlier one says nothing of the present one
 */
export function markSessionEnded(asked: number): void {
  if (!expected && asked === present) set(true);
}

/** The session ends by what this person is doing, who gets a new one with it: nobody is asked to sign in meanwhile. */
export async function withNewSession<T>(work: () => Promise<T>): Promise<T> {
  expected = true;
  try {
    return await work();
  } finally {
    expected = false;
  }
}

export function markSessionRenewed(): void {
  present += 1;
  set(false);
  for (const run of renewals) run();
}

/** Runs each time somebody has signed in again. */
export function onSessionRenewed(run: () => void): () => void {
  renewals.add(run);
  return () => renewals.delete(run);
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
