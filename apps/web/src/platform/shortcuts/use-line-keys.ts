import { useShortcut } from './use-shortcut';

/** Where the keyboard was last: who comes back from a line goes on below it. */
let last: string | null = null;

/** The link, marked `data-line`, of the line that a place is in. */
const lineOf = (place: Element | null): HTMLElement | null =>
  place?.closest('li')?.querySelector<HTMLElement>('[data-line]') ?? null;

/** What the line under the keyboard is marked with. */
export const focusedLine = (): string | undefined => lineOf(document.activeElement)?.dataset['line'];

function step(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const focused = lineOf(document.activeElement);
  const from = lines.findIndex((line) => (focused ? line === focused : line.dataset['line'] === last));
  const next = from === -1 ? lines[0] : lines[from + by];
  if (!next) return;
  last = next.dataset['line'] ?? null;
  next.focus({ preventScroll: true });
  next.closest('li')?.scrollIntoView?.({ block: 'nearest' });
}

/** `j` and `k` walk from line to line, whatever list they are in; a line is a link, so Enter opens it. */
export function useLineKeys(when: boolean): void {
  useShortcut({ key: 'j', label: 'Next line (Enter opens it)', when, run: () => step(1) });
  useShortcut({ key: 'k', label: 'Previous line', when, run: () => step(-1) });
}
