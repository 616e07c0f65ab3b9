import { useEffect, useEffectEvent } from 'react';
import { addShortcut, type CommandGroup } from './shortcut-registry';

export type ShortcutOptions = {
  key: string;
  label: string;
  /** Another than `here` when it acts on every screen; also where the command palette lists it. */
  group?: CommandGroup;
  /** Only while this holds; listed under `?` and in the command palette only then. */
  when?: boolean;
  run: () => void;
};

/** A single key that does something while this component is on the screen. It is a command of the palette, too. */
export function useShortcut({ key, label, group = 'here', when = true, run }: ShortcutOptions): void {
  const latest = useEffectEvent(run);
  useEffect(
    () => (when ? addShortcut({ key, label, group, run: () => latest() }) : undefined),
    [key, label, group, when],
  );
}
