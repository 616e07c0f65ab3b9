import { useSyncExternalStore } from 'react';

/** One of many cards is chosen, by key; a change draws only the two cards that it concerns. */
export type SingleChoice = {
  choose: (key: string | null) => void;
  chosen: () => string | null;
  useChosen: () => string | null;
  useIsChosen: (key: string) => boolean;
};

export function createSingleChoice(): SingleChoice {
  let current: string | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    choose: (key) => {
      if (key === current) return;
      current = key;
      for (const listener of listeners) listener();
    },
    chosen: () => current,
    useChosen: () => useSyncExternalStore(subscribe, () => current),
    useIsChosen: (key) => useSyncExternalStore(subscribe, () => current === key),
  };
}

/** The only card that Tab reaches; arrows move on from it. */
export const activeCard = createSingleChoice();
/** The card whose "Move to…" menu is open. */
export const openMoveMenu = createSingleChoice();
