import { useSyncExternalStore } from 'react';

/** The same width as in board.css. */
const NARROW = '(max-width: 40rem)';

const query = (): MediaQueryList | undefined => window.matchMedia?.(NARROW);

/** A phone: one column at a time. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = query();
      media?.addEventListener('change', listener);
      return () => media?.removeEventListener('change', listener);
    },
    () => query()?.matches ?? false,
  );
}
