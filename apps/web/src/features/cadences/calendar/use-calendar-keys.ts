import { useEffect, useRef } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.agenda [data-line]')];

function step(by: 1 | -1): void {
  const all = lines();
  const at = all.findIndex((line) => line === document.activeElement);
  const next = at === -1 ? all[0] : all[at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView?.({ block: 'nearest' });
}

/** `j` and `k` walk from meeting to meeting; each is a link, so Enter opens it. */
export function useCalendarKeys(when: boolean): void {
  useShortcut({ key: 'j', label: 'Next meeting (Enter opens it)', when, run: () => step(1) });
  useShortcut({ key: 'k', label: 'Previous meeting', when, run: () => step(-1) });
}

/** The meeting has the focus when its panel is gone. @param id of the one whose panel is open */
export function useFocusAfterPanel(id: string | undefined): void {
  const before = useRef(id);
  useEffect(() => {
    const closed = id === undefined ? before.current : undefined;
    before.current = id;
    if (closed === undefined) return;
    // The panel takes a moment to go.
    setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost)
        lines()
          .find((line) => line.dataset['line'] === closed)
          ?.focus({ preventScroll: true });
    }, 50);
  }, [id]);
}
