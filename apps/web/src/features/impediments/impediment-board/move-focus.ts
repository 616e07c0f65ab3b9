import type { KeyboardEvent } from 'react';
import { cardLink } from '../focus-card';

export type Direction = 'up' | 'down' | 'left' | 'right';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

type Placed = { key: string; column: string; y: number };

/** All cards that are shown, in the order of the page. */
function placedCards(): Placed[] {
  const links = document.querySelectorAll<HTMLElement>('[data-card-key]');
  return [...links].flatMap((link) => {
    const { cardKey, cardColumn } = link.dataset;
    if (cardKey === undefined || cardColumn === undefined || !isShown(link)) return [];
    return { key: cardKey, column: cardColumn, y: link.getBoundingClientRect().top };
  });
}

/** On a phone the cards of other columns are in the page but not shown. */
function isShown(link: HTMLElement): boolean {
  return link.checkVisibility?.() ?? true;
}

/** The card that lies there from this one: in its column, or beside it at the same height. */
export function neighbour(cards: readonly Placed[], key: string | null, direction: Direction): string | null {
  const from = cards.find((card) => card.key === key);
  if (!from) return cards[0]?.key ?? null;
  if (direction === 'up' || direction === 'down') {
    const column = cards.filter((card) => card.column === from.column);
    return column[column.indexOf(from) + (direction === 'down' ? 1 : -1)]?.key ?? null;
  }
  const columns = [...new Set(cards.map((card) => card.column))].sort();
  const column = columns[columns.indexOf(from.column) + (direction === 'right' ? 1 : -1)];
  const beside = cards.filter((card) => card.column === column);
  const nearest = beside.toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
  return nearest?.key ?? null;
}

/** The card that the keyboard is on. */
export function focusedCard(): string | null {
  const link = document.activeElement
    ?.closest<HTMLElement>('[data-card]')
    ?.querySelector<HTMLElement>('[data-card-key]');
  return link?.dataset['cardKey'] ?? null;
}

export function moveFocus(from: string | null, direction: Direction): string | null {
  const next = neighbour(placedCards(), from, direction);
  if (next === null) return null;
  const link = cardLink(next);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return next;
}

/** Arrows between cards while one of them has the focus; elsewhere they scroll, as always. */
export function moveByArrow(event: KeyboardEvent): void {
  const direction = ARROWS[event.key];
  if (!direction || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const from = event.target instanceof HTMLElement ? event.target.dataset['cardKey'] : undefined;
  if (from === undefined) return;
  event.preventDefault();
  moveFocus(from, direction);
}
