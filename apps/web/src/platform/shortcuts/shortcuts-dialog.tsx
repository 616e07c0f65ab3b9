import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { type ReactNode, useId, useSyncExternalStore } from 'react';
import { PALETTE_KEYS } from '../commands/palette-key';
import {
  presentShortcuts,
  type Shortcut,
  setSingleKeys,
  singleKeysOn,
  subscribeToShortcuts,
} from './shortcut-registry';
import './shortcuts.css';

export type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Lists the keys that act now, those of the present screen first, and lets one turn single keys off. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const shortcuts = useSyncExternalStore(subscribeToShortcuts, presentShortcuts);
  const on = useSyncExternalStore(subscribeToShortcuts, singleKeysOn);
  const here = shortcuts.filter(({ group }) => group === 'here');
  const everywhere = shortcuts.filter(({ group }) => group !== 'here');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys of this screen" size="sm">
      {here.length > 0 && <Keys title="On this screen" shortcuts={here} />}
      <Keys title="Everywhere" shortcuts={everywhere}>
        <Row label="Find something, or do something">
          {PALETTE_KEYS.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </Row>
      </Keys>
      <Checkbox
        label="Single keys act on this screen"
        hint="Turn off if you dictate, or if keys are pressed by mistake. Kept in this browser."
        checked={on}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
    </Dialog>
  );
}

function Keys({ title, shortcuts, children }: { title: string; shortcuts: Shortcut[]; children?: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="shortcuts__heading">
        {title}
      </h3>
      <ul className="shortcuts">
        {children}
        {shortcuts.map(({ key, label }) => (
          <Row key={key} label={label}>
            <Kbd>{key}</Kbd>
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className="shortcuts__row">
      <span>{label}</span>
      <span className="shortcuts__keys">{children}</span>
    </li>
  );
}
