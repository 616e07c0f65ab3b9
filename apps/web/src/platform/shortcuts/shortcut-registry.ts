/** Where a key or a command is listed. `here`: it acts on what is open; the others are the same on every screen. */
export type CommandGroup = 'here' | 'create' | 'go' | 'settings';

/** A key of the screen that is open now. */
export type Shortcut = {
  /** One key as in `KeyboardEvent.key`: `c`, `/`, `Escape`. Never with a modifier: those belong to the browser. */
  key: string;
  /** What it does, as on the button. */
  label: string;
  group: CommandGroup;
  run: () => void;
};

const KEY = 'chapterhouse.single-keys';
let added: readonly Shortcut[] = [];
/** The newest of two with one key is the one that runs: only that is there. */
let shortcuts: readonly Shortcut[] = [];
let on = readSetting();
const listeners = new Set<() => void>();

function changed(): void {
  shortcuts = added.filter(({ key }, index) => added.findLastIndex((other) => other.key === key) === index);
  for (const listener of listeners) listener();
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function presentShortcuts(): readonly Shortcut[] {
  return shortcuts;
}

export function addShortcut(shortcut: Shortcut): () => void {
  added = [...added, shortcut];
  changed();
  return () => {
    added = added.filter((other) => other !== shortcut);
    changed();
  };
}

/** People who dictate or whose hands slip may turn single keys off (WCAG 2.1.4); kept in this browser. */
export function singleKeysOn(): boolean {
  return on;
}

export function setSingleKeys(next: boolean): void {
  on = next;
  try {
    if (next) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is closed.
  }
  changed();
}

/** Places where letters are words, not commands. */
const TYPING =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"]';

/** Runs the newest shortcut for a key. Not while typing, with a modifier held, or under an open dialog. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !on) return;
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  if (document.querySelector('[data-ch-modal]')) return;
  const shortcut = shortcuts.find(({ key }) => key === event.key);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}
