import { useState } from 'react';

/** Outlives the screen, not the tab: whoever comes back from an item finds the tree as it was. */
const KEPT = 'chapterhouse.backlog-tree';

function read(): Set<string> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Which items of the tree are open. */
export function useExpanded() {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(read);
  const put = (next: ReadonlySet<string>) => {
    setExpanded(next);
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([...next]));
    } catch {
      // Storage may be forbidden; the tree is then closed again on the next visit.
    }
  };
  return {
    expanded,
    toggle: (key: string) => {
      const next = new Set(expanded);
      if (!next.delete(key)) next.add(key);
      put(next);
    },
    set: (key: string, open: boolean) => {
      const next = new Set(expanded);
      if (open) next.add(key);
      else next.delete(key);
      put(next);
    },
    openAll: (keys: Iterable<string>) => put(new Set([...expanded, ...keys])),
    closeAll: () => put(new Set()),
  };
}
