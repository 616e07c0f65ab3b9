import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { useSyncExternalStore } from 'react';
import { presentShortcuts, setSingleKeys, singleKeysOn, subscribeToShortcuts } from './shortcut-registry';
import './shortcuts.css';

export type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Lists the keys of the present screen, and lets one turn them off. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const shortcuts = useSyncExternalStore(subscribeToShortcuts, presentShortcuts);
  const on = useSyncExternalStore(subscribeToShortcuts, singleKeysOn);
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
