import { useEffect } from 'react';
import { handleKey } from './shortcut-registry';
import { useShortcut } from './use-shortcut';

/** Listens for the keys of the screen; `?` asks to list them. Once, in the shell. */
export function useShortcutKeys(showKeys: () => void): void {
  useShortcut({ key: '?', label: 'Show these keys', group: 'settings', run: showKeys });
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
}
