import { useSyncExternalStore } from 'react';

export const CONTRASTS = ['system', 'more'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** The same key as in public/theme.js. */
const KEY = 'chapterhouse.contrast';
const listeners = new Set<() => void>();

function stored(): Contrast {
  try {
    return localStorage.getItem(KEY) === 'more' ? 'more' : 'system';
  } catch {
    return 'system';
  }
}

let current: Contrast | null = null;

function present(): Contrast {
  return (current ??= stored());
}

/** Applies a contrast to the whole document and remembers it in this browser; "system" follows the device. */
export function setContrast(contrast: Contrast): void {
  current = contrast;
  if (contrast === 'system') delete document.documentElement.dataset['contrast'];
  else document.documentElement.dataset['contrast'] = contrast;
  try {
    if (contrast === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, contrast);
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useContrast(): [Contrast, (contrast: Contrast) => void] {
  const contrast = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, present);
  return [contrast, setContrast];
}
