import { useLayoutEffect } from 'react';
import { setPalette } from './palette-state';

let typed = '';
let entered = false;

/** What was typed before the palette's field had the focus; only once. */
export function takeTypedAhead(): string {
  const words = typed;
  typed = '';
  return words;
}

/** Whether Enter was typed behind the words; only once. */
export function takeEnteredAhead(): boolean {
  const was = entered;
  entered = false;
  return was;
}

/** While the palette is open and has not the focus yet, letters are for its field, not keys of the screen. */
export function TypedAhead() {
  useLayoutEffect(() => {
    takeTypedAhead();
    takeEnteredAhead();
    document.addEventListener('keydown', keepKey, { capture: true });
    return () => document.removeEventListener('keydown', keepKey, { capture: true });
  }, []);
  return null;
}

function keepKey(event: KeyboardEvent): void {
  if (document.activeElement?.closest('[cmdk-root]')) return;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') setPalette(false);
  else if (event.key === 'Enter') entered = typed.trim() !== '';
  else if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}
