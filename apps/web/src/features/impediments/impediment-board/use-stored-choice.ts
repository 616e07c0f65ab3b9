import { useCallback, useState } from 'react';

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** How somebody likes to look at a screen, kept in this browser. `accept` turns whatever was stored into a value. */
export function useStoredChoice<T>(key: string, accept: (stored: unknown) => T): [T, (next: T) => void] {
  const name = `chapterhouse.${key}`;
  const [value, setValue] = useState(() => accept(read(name)));
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Storage may be forbidden; the choice then lasts until the page is closed.
      }
    },
    [name],
  );
  return [value, change];
}
