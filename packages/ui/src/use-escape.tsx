import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';

/**
 * Escape for a modal, from the moment it is there. Radix hears it some renders later, and until then whatever lies below
 * hears it: a key that comes at once closed the panel under a dialog instead. Lists, menus and tips above the modal keep
 * their Escape, and so do notes.
 * @param leave undefined where there is no way around the question: the key then does nothing at all
 */
export function useEscape(open: boolean, modal: RefObject<HTMLElement | null>, leave: (() => void) | undefined): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (!isOnTop(modal.current) || isToast(event.target)) return;
    event.preventDefault();
    leave?.();
  });
  useLayoutEffect(() => {
    if (!open) return;
    // Before all that listen to the document.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [open]);
}

function isOnTop(modal: HTMLElement | null): boolean {
  if (document.querySelector('[data-radix-popper-content-wrapper]')) return false;
  return modal === null || [...document.querySelectorAll('[data-ch-modal]')].at(-1) === modal;
}

/** A note at the edge of the screen may be read and closed without leaving the modal. */
export function isToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ch-toasts') !== null;
}
