import { useEffect, useEffectEvent } from 'react';
import type { CommandGroup } from '../shortcuts/shortcut-registry';
import { addCommand } from './command-registry';

export type CommandOptions = {
  /** The same for as long as it is offered: `go:/inbox`, `theme:dark`. */
  id: string;
  /** What it does, as on the button. */
  label: string;
  /** `here`: on what is open. */
  group: CommandGroup;
  /** More words that find it, with spaces between. */
  keywords?: string;
  /** Before the others of its group: the way on. */
  first?: boolean;
  /** Only while this holds: what is not legal now is not listed. */
  when?: boolean;
  run: () => void;
};

/** A line of the command palette while this component is on the screen. What has a single key is one already. */
export function useCommand({ id, label, group, keywords = '', first = false, when = true, run }: CommandOptions): void {
  const latest = useEffectEvent(run);
  useEffect(
    () => (when ? addCommand({ id, label, group, keywords, first, run: () => latest() }) : undefined),
    [id, label, group, keywords, first, when],
  );
}
