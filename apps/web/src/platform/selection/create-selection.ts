import { useSyncExternalStore } from 'react';

export type Selection = ReturnType<typeof createSelection>;

/** What somebody has selected, by id. A change draws only what it concerns. */
export function createSelection() {
  let selected: ReadonlySet<string> = new Set();
  /** Where a range begins. */
  let anchor: string | null = null;
  const listeners = new Set<() => void>();

  function change(next: ReadonlySet<string>): void {
    selected = next;
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    ids: (): ReadonlySet<string> => selected,
    useIds: (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => selected),
    useCount: (): number => useSyncExternalStore(subscribe, () => selected.size),
    useAny: (): boolean => useSyncExternalStore(subscribe, () => selected.size > 0),
    useIsSelected: (id: string): boolean => useSyncExternalStore(subscribe, () => selected.has(id)),

    toggle(id: string): void {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      anchor = id;
      change(next);
    },

    /** From where the range began to this one, in the order in which they are shown. */
    extendTo(id: string, shown: readonly string[]): void {
      const to = shown.indexOf(id);
      const from = anchor === null ? to : shown.indexOf(anchor);
      if (to < 0) return;
      const range = from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      anchor ??= id;
      change(new Set([...selected, ...range]));
    },

    set(ids: Iterable<string>): void {
      change(new Set(ids));
    },

    /** What is no longer shown is no longer selected: nobody changes what they do not see. */
    keepOnly(shown: ReadonlySet<string>): void {
      const next = [...selected].filter((id) => shown.has(id));
      if (next.length < selected.size) change(new Set(next));
    },

    clear(): void {
      anchor = null;
      if (selected.size > 0) change(new Set());
    },
  };
}
