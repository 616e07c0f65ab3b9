import { useSyncExternalStore } from 'react';
import type { ItemTier } from '../../../generated/graphql';

/** What an item is begun from: it stands where it was asked for. */
export type ItemBegun = {
  productId: string;
  tier?: ItemTier;
  parent?: { id: string; key: string; title: string; tier: ItemTier };
  area?: { id: string; name: string } | null;
  team?: { id: string; name: string } | null;
  goalId?: string | null;
};

let creating: ItemBegun | null = null;
const listeners = new Set<() => void>();

/** From a button anywhere; the one dialog stands in the shell. */
export function setCreating(next: ItemBegun | null): void {
  if (next === creating) return;
  creating = next;
  for (const listener of listeners) listener();
}

export function useCreating(): ItemBegun | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => creating,
  );
}
