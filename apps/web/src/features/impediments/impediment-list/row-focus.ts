import { cardLink } from '../focus-card';

/** The key of the row that the keyboard is on. */
export function focusedRow(): string | null {
  const row = document.activeElement?.closest('tr');
  return row?.querySelector<HTMLElement>('[data-card-key]')?.dataset['cardKey'] ?? null;
}

let reveal: ((key: string) => void) | null = null;

/** How the list that is on the screen brings a row into the page. */
export function setRowReveal(next: ((key: string) => void) | null): void {
  reveal = next;
}

export function focusRow(key: string, frames = 5): void {
  if (frames === 5) reveal?.(key);
  const link = cardLink(key);
  if (link) {
    link.focus({ preventScroll: true });
    link.scrollIntoView?.({ block: 'nearest' });
  } else if (frames > 0) requestAnimationFrame(() => focusRow(key, frames - 1));
}
