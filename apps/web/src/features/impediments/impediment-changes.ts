import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** How long a card that somebody else changed stays marked, in milliseconds. */
const MARKED_FOR = 6_000;
/** The server tells us of our own change as well, a little before or after its reply. */
const OWN_FOR = 4_000;

const marked = new Map<string, ReturnType<typeof setTimeout>>();
const own = new Map<string, ReturnType<typeof setTimeout>>();
const markListeners = new Set<() => void>();
const changeListeners = new Set<(id: string) => void>();

function keepFor(map: typeof marked, id: string, time: number, after = () => {}): void {
  clearTimeout(map.get(id));
  map.set(
    id,
    setTimeout(() => {
      map.delete(id);
      after();
    }, time),
  );
}

function tellMarks(): void {
  for (const listener of markListeners) listener();
}

/** This browser changes it: no need to point at it. */
export function expectOwnChange(id: string): void {
  keepFor(own, id, OWN_FOR);
}

/** It changed, whoever did it; an open panel loads what only it shows. */
export function tellChange(id: string): void {
  for (const listener of changeListeners) listener(id);
}

/** A change came in live. */
export function receiveChange(id: string): void {
  if (!own.has(id)) {
    keepFor(marked, id, MARKED_FOR, tellMarks);
    tellMarks();
  }
  tellChange(id);
}

/** Whether somebody else changed it in the last seconds. */
export function useJustChanged(id: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      markListeners.add(listener);
      return () => markListeners.delete(listener);
    },
    () => marked.has(id),
  );
}

/** Runs after each change of one impediment, by anybody. */
export function useImpedimentChanged(id: string | undefined, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    const listener = (changed: string) => {
      if (changed === id) latest();
    };
    changeListeners.add(listener);
    return () => {
      changeListeners.delete(listener);
    };
  }, [id]);
}
