/** The link of a card on the board, which carries the key. */
export function cardLink(key: string): HTMLElement | null {
  // The key may come from an address, so it is compared, not put into a selector.
  const links = document.querySelectorAll<HTMLElement>('[data-card-key]');
  return [...links].find((link) => link.dataset['cardKey'] === key) ?? null;
}

let reveal: ((key: string) => void) | null = null;

/** How the screen brings a card into the page that is too far away to be there. */
export function setReveal(next: ((key: string) => void) | null): void {
  reveal = next;
}

/** A dialog that closes and a card that changes its column take a few moments, in milliseconds, and attempts. */
const STEP = 50;
const ATTEMPTS = 8;

/**
 * Gives the focus back to a card, once what stood above it is gone or the card has moved. Takes it from nobody:
 * only where it was lost. A card that left the board gets none.
 */
export function focusCard(key: string, attempts = ATTEMPTS): void {
  setTimeout(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    const link = lost && !document.querySelector('[data-ch-modal]') ? cardLink(key) : null;
    if (link) link.focus({ preventScroll: true });
    else if (lost) reveal?.(key);
    if (link) return;
    if (attempts > 1) focusCard(key, attempts - 1);
  }, STEP);
}
