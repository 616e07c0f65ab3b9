import { useState, useSyncExternalStore } from 'react';

export type ShownOne = { id: string; key: string };

/** The impediments on the screen, in its order: what a range of a selection runs over, and previous and next. */
let shown: readonly ShownOne[] = [];
const listeners = new Set<() => void>();

export function shownIds(): string[] {
  return shown.map(({ id }) => id);
}

/** Kept when the screen is left: an own page knows its neighbours from where somebody came. */
export function setShown(next: readonly ShownOne[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

export type Neighbours = {
  /** From 1; `null` when it was among them and a change took it out of the filter. */
  place: number | null;
  count: number;
  previous: string | null;
  next: string | null;
};

/** Those before and after a key; `null` where it was never among them. */
export function useNeighbours(key: string): Neighbours | null {
  const order = useSyncExternalStore(subscribe, present);
  const at = order.findIndex((one) => one.key === key);
  const [last, remember] = useState({ key, at });
  if (at >= 0 && (last.key !== key || last.at !== at)) remember({ key, at });
  const keyAt = (index: number) => order[index]?.key ?? null;
  if (at >= 0) return { place: at + 1, count: order.length, previous: keyAt(at - 1), next: keyAt(at + 1) };
  // Who works through a filter goes on from where they were: the next one has moved up.
  if (last.key !== key || last.at < 0) return null;
  return { place: null, count: order.length, previous: keyAt(last.at - 1), next: keyAt(last.at) };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const present = (): readonly ShownOne[] => shown;
