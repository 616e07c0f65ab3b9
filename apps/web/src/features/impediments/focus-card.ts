/** The link of a card on the board, which carries the key. */
export function cardLink(key: string): HTMLElement | null {
  // The key may come from an address, so it is compared, not put into a selector.
  const links = document.querySelectorAll<HTMLElement>('[data-card-key]');
  return [...links].find((link) => link.dataset['cardKey'] === key) ?? null;
}

/** Back to the card, once what stood above it is gone; where it left the board, nothing happens. */
export function focusCard(key: string): void {
  requestAnimationFrame(() => {
    // An open dialog or panel keeps its focus.
    if (document.querySelector('[data-ch-modal]') || document.activeElement?.closest('.ch-side-panel')) return;
    cardLink(key)?.focus({ preventScroll: true });
  });
}
