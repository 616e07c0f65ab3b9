import { useCallback, useState } from 'react';

const KEY = 'chapterhouse.collapsed-areas';

function read(): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set(); // Storage may be forbidden; areas then open with the screen.
  }
}

/** Which areas are folded, until the tab is closed: coming back from a team finds the screen as it was. */
export function useCollapsed() {
  const [collapsed, setCollapsed] = useState(read);
  const set = useCallback((next: ReadonlySet<string>) => {
    setCollapsed(next);
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...next]));
    } catch {
      // As above.
    }
  }, []);
  const toggle = (id: string) => {
    const next = new Set(collapsed);
    if (!next.delete(id)) next.add(id);
    set(next);
  };
  return { collapsed, set, toggle };
}
