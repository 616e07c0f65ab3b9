/** The link of a card on the board, which carries the key. */
export function cardLink(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card-key="${CSS.escape(key)}"]`);
}

/** Back to the card, once what stood above it is gone; where it left the board, nothing happens. */
export function focusCard(key: string): void {
  requestAnimationFrame(() => {
    // An open dialog or panel keeps its focus.
    if (document.querySelector('[data-ch-modal]') || document.activeElement?.closest('.ch-side-panel')) return;
    cardLink(key)?.focus({ preventScroll: true });
  });
}
