import { useCallback, useState } from 'react';

const PREFIX = 'chapterhouse.draft.';

/**
 * Unsaved words that outlive a reload, a sign-in and a closed panel, in this browser tab only.
 * `clear()` after they were saved or thrown away. Keys name the thing: `comment:IMP-42`.
 */
export function useDraft(key: string, initial = ''): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => read(key) ?? initial);
  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
    },
    [key],
  );
  const clear = useCallback(() => {
    setText('');
    write(key, '');
  }, [key]);
  return [text, change, clear];
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + key);
  } catch {
    return null; // Storage may be forbidden; the draft then lives as long as the screen.
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, text);
  } catch {
    // As above.
  }
}
