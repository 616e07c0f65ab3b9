import { useSyncExternalStore } from 'react';

/** Waits between looks whether the server is back, in milliseconds: doubled up to the last. */
const FIRST_LOOK = 1_000;
const LAST_LOOK = 20_000;

let away = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let looks = 0;
let returnedAt = 0;
const listeners = new Set<() => void>();
const returns = new Set<() => void>();

function set(next: boolean): void {
  if (away === next) return;
  away = next;
  for (const listener of listeners) listener();
}

/** No reply at all, or a proxy's word that there is none behind it; a refusal is a reply. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof TypeError) return true; // What fetch fails with when there is no connection.
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return status === 502 || status === 504;
}

/** The server did not answer: from now on look for it, and say so. */
export function markUnreachable(): void {
  if (away) return;
  set(true);
  // A way that only half works (probes pass, questions do not) is not tried once a second.
  if (Date.now() - returnedAt > LAST_LOOK) looks = 0;
  later();
}

/** The server answered. */
export function markReachable(): void {
  if (!away) return;
  clearTimeout(timer);
  returnedAt = Date.now();
  set(false);
  for (const run of returns) run();
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void look(), Math.min(FIRST_LOOK * 2 ** looks++, LAST_LOOK));
}

/** Looks now; also when the browser says that the network is back, or when something waits to be sent. */
export async function look(): Promise<void> {
  if (!away) return;
  try {
    const { ok } = await fetch('/livez', { cache: 'no-store' });
    if (ok) return markReachable();
  } catch {
    // Still away.
  }
  if (away) later();
}

/** Runs each time the server is back. */
export function onReturn(run: () => void): () => void {
  returns.add(run);
  return () => returns.delete(run);
}

export const isAway = (): boolean => away;

export function useAway(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isAway);
}

window.addEventListener('online', () => void look());
window.addEventListener('offline', markUnreachable);
