import {
  type CommandGroup,
  presentShortcuts,
  singleKeysOn,
  subscribeToShortcuts,
} from '../shortcuts/shortcut-registry';

/** Something that can be done now, as a line of the command palette. */
export type Command = {
  /** The same for as long as it is offered: `go:/inbox`, `theme:dark`. */
  id: string;
  /** What it does, as on the button. */
  label: string;
  group: CommandGroup;
  /** More words that find it, with spaces between. */
  keywords?: string;
  /** Before the others of its group: the way on. */
  first?: boolean;
  /** The single key that does the same. */
  shortcut?: string;
  run: () => void;
};

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

export function addCommand(command: Command): () => void {
  commands = [...commands, command];
  changed();
  return () => {
    commands = commands.filter((other) => other !== command);
    changed();
  };
}

export function subscribeToCommands(listener: () => void): () => void {
  listeners.add(listener);
  const stop = subscribeToShortcuts(listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

let known: { from: readonly unknown[]; all: readonly Command[] } = { from: [], all: [] };

/** Everything that can be done now: the keys of this screen, and what else offers itself. The same list until it changes. */
export function presentCommands(): readonly Command[] {
  const from = [presentShortcuts(), commands, singleKeysOn()];
  if (!from.every((part, at) => part === known.from[at])) known = { from, all: listed() };
  return known.all;
}

function listed(): Command[] {
  const on = singleKeysOn();
  const keys = presentShortcuts().map(({ key, label, group, run }): Command => {
    const command = { id: `key:${key}`, label, group, run };
    return on ? { ...command, shortcut: key } : command;
  });
  // Of two with one id, or one key, the newest is the one that runs.
  const byId = new Map([...keys, ...commands].map((command) => [command.id, command]));
  // What acts on what is open comes first, also where something else fits what was typed as well.
  return [...byId.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ group, first = false }: Command): number => (first ? 0 : 1) + (group === 'here' ? 0 : 2);
