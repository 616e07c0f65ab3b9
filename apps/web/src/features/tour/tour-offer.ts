import { useSyncExternalStore } from 'react';

const PREFIX = 'chapterhouse.tour.';
const listeners = new Set<() => void>();

/** Storage may be forbidden; nobody is then asked at all, rather than each time. */
function stored(storage: () => Storage, owner: string): string | null {
  try {
    return storage().getItem(PREFIX + owner);
  } catch {
    return 'unknown';
  }
}

function store(storage: () => Storage, owner: string, value: string): void {
  try {
    storage().setItem(PREFIX + owner, value);
  } catch {
    // As above.
  }
}

const forever = () => localStorage;
const thisVisit = () => sessionStorage;

/**
 * Whether this is somebody's first visit, and they have not answered yet. The visit lasts as long as the browser's tab;
 * the next one asks no more.
 */
function isOffered(owner: string): boolean {
  if (stored(forever, owner) === null) {
    store(forever, owner, 'seen');
    store(thisVisit, owner, 'offered');
  }
  return stored(thisVisit, owner) === 'offered';
}

/** It was taken, or is not wanted. */
export function answerOffer(owner: string): void {
  store(forever, owner, 'seen');
  store(thisVisit, owner, 'answered');
  for (const listener of listeners) listener();
}

/** @param owner names the person */
export function useTourOffer(owner: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOffered(owner),
  );
}
