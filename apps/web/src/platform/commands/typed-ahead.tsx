import { useLayoutEffect } from 'react';
import { setPalette } from './palette-state';

let typed = '';

/** What was typed before the palette's field was there. */
export const typedAhead = (): string => typed;

/** It is in the field now. */
export function forgetTypedAhead(): void {
  typed = '';
}

/** In place of the palette while its code is on its way: letters are for its field, not keys of the screen. */
export function TypedAhead() {
  useLayoutEffect(() => {
    forgetTypedAhead();
    document.addEventListener('keydown', keepKey, { capture: true });
    return () => document.removeEventListener('keydown', keepKey, { capture: true });
  }, []);
  return null;
}

function keepKey(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') setPalette(false);
  else if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}
