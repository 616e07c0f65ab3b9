/** The link of an item on the screen, which carries its key. */
function links(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-item-key]')];
}

/** The items on the screen, in its order: what a range of a selection runs over. */
export function shownItemIds(): string[] {
  return links().flatMap(({ dataset }) => dataset['itemId'] ?? []);
}

export function shownItemKeys(): string[] {
  return links().flatMap(({ dataset }) => dataset['itemKey'] ?? []);
}

let last: string | null = null;

function itemUnderKeyboard(): string | null {
  const place = document.activeElement?.closest('tr, [data-item-card]');
  return place?.querySelector<HTMLElement>('[data-item-key]')?.dataset['itemKey'] ?? null;
}

/** A command palette takes the focus away: the item that had it last is still meant. */
export function rememberFocusedItem(): void {
  last = itemUnderKeyboard() ?? last;
}

/** The key of the item that the keyboard is on, by its link or any of its cells; or was on last. */
export function focusedItem(): string | null {
  const here = itemUnderKeyboard();
  return here ?? (last !== null && shownItemKeys().includes(last) ? last : null);
}

/** Gives the focus to an item that is on the screen. */
export function focusItem(key: string): void {
  const link = links().find(({ dataset }) => dataset['itemKey'] === key);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView?.({ block: 'nearest' });
}

/** The next item, or the one before; the first one where none has the keyboard. */
export function stepItem(by: number): string | null {
  const keys = shownItemKeys();
  const at = keys.indexOf(focusedItem() ?? '');
  const next = at === -1 ? keys[0] : keys[at + by];
  if (next === undefined) return null;
  focusItem(next);
  return next;
}
