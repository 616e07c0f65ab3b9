import { cardLink, setReveal } from '../focus-card';
import type { Step } from './board-layout';

/** How the board that is on the screen is walked: most of its cards are not in the page until somebody comes near. */
export type BoardWalk = {
  neighbour: (from: string | null, step: Step) => string | null;
  /** Brings a card into the page and into sight. */
  reveal: (key: string) => void;
};

let walk: BoardWalk | null = null;

export function setWalk(next: BoardWalk | null): void {
  walk = next;
  setReveal(next?.reveal ?? null);
}

/** The card that the keyboard is on. */
export function focusedCard(): string | null {
  const link = document.activeElement
    ?.closest<HTMLElement>('[data-card]')
    ?.querySelector<HTMLElement>('[data-card-key]');
  return link?.dataset['cardKey'] ?? null;
}

/** Goes to the next card that way; answers its key. */
export function walkFrom(from: string | null, step: Step): string | null {
  const next = walk?.neighbour(from, step) ?? null;
  if (next === null) return null;
  walk?.reveal(next);
  focusWhenThere(next);
  return next;
}

/** Brings the card into the page and, beside what covers a part of the board, into sight; the focus stays where it is. */
export function revealCard(key: string, frames = 5): void {
  if (frames === 5) walk?.reveal(key);
  const link = cardLink(key);
  if (link) link.closest('[data-card]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  else if (frames > 0) requestAnimationFrame(() => revealCard(key, frames - 1));
}

/** It is in the page a frame or two after it was revealed. */
function focusWhenThere(key: string, frames = 5): void {
  const link = cardLink(key);
  if (link) {
    link.focus({ preventScroll: true });
    link.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  } else if (frames > 0) requestAnimationFrame(() => focusWhenThere(key, frames - 1));
}
