import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { useEffect, useSyncExternalStore } from 'react';
import { handleKey, presentShortcuts, setSingleKeys, singleKeysOn, subscribeToShortcuts } from './shortcut-registry';
import { useShortcut } from './use-shortcut';
import './shortcuts.css';

export type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Listens for the keys and lists those of the present screen. Once, in the shell. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const shortcuts = useSyncExternalStore(subscribeToShortcuts, presentShortcuts);
  const on = useSyncExternalStore(subscribeToShortcuts, singleKeysOn);
  useShortcut({ key: '?', label: 'Show these keys', run: () => onOpenChange(true) });
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  // The newest of two with one key is the one that runs: list only that.
  const listed = shortcuts.filter(({ key }, index) => shortcuts.findLastIndex((other) => other.key === key) === index);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys of this screen" size="sm">
      <ul className="shortcuts">
        {listed.map(({ key, label }) => (
          <li key={key} className="shortcuts__row">
            <span>{label}</span>
            <Kbd>{key}</Kbd>
          </li>
        ))}
      </ul>
      <Checkbox
        label="Single keys act on this screen"
        hint="Turn off if you dictate, or if keys are pressed by mistake. Kept in this browser."
        checked={on}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
    </Dialog>
  );
}
