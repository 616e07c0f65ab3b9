import { useEffect, useRef } from 'react';
import { focusItem } from '../backlog/shown-items';

/** The line has the focus when its panel is gone. @param key of the item whose panel is open */
export function useFocusAfterPanel(key: string | undefined): void {
  const before = useRef(key);
  useEffect(() => {
    const closed = key === undefined ? before.current : undefined;
    before.current = key;
    if (closed === undefined) return;
    // The panel takes a moment to go.
    setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost) focusItem(closed);
    }, 50);
  }, [key]);
}
