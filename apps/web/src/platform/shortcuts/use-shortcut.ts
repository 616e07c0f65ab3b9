import { useEffect, useEffectEvent } from 'react';
import { addShortcut } from './shortcut-registry';

export type ShortcutOptions = {
  key: string;
  label: string;
  /** Only while this holds; listed under `?` only then. */
  when?: boolean;
  run: () => void;
};

/** A single key that does something while this component is on the screen. */
export function useShortcut({ key, label, when = true, run }: ShortcutOptions): void {
  const latest = useEffectEvent(run);
  useEffect(() => (when ? addShortcut({ key, label, run: () => latest() }) : undefined), [key, label, when]);
}
