import { isPaletteOpen, setPalette } from './palette-state';

const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** As on the keyboard in front of the person. */
export const PALETTE_KEYS: readonly string[] = APPLE ? ['⌘', 'K'] : ['Ctrl', 'K'];

/** For `aria-keyshortcuts`. */
export const PALETTE_ARIA_KEYS = APPLE ? 'Meta+K' : 'Control+K';

/** On a Mac Ctrl+K is the system's own: it deletes to the end of the line. */
function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'k' || altKey || shiftKey) return false;
  return metaKey !== ctrlKey && (metaKey || !APPLE);
}

/** Opens the palette from anywhere, also out of a field; closes it again; keeps out of the way of a question. */
export function handlePaletteKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat || !isPaletteKey(event)) return;
  const open = isPaletteOpen();
  if (!open && document.querySelector('[data-ch-modal]')) return;
  event.preventDefault();
  setPalette(!open);
}
