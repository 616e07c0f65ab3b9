import type { ClientRect, DroppableContainer } from '@dnd-kit/core';
import { expect, test } from '@jest/globals';
import { placeUnder } from './board-drag';

const rect = (left: number, top: number, width: number, height: number): ClientRect => ({
  left,
  top,
  width,
  height,
  right: left + width,
  bottom: top + height,
});
const place = (id: string, at: ClientRect, end: boolean): DroppableContainer => ({
  id,
  key: id,
  data: { current: { end } },
  disabled: false,
  node: { current: null },
  rect: { current: at },
});

/** An end in the foot of the screen, over the second of two tall columns. */
const rects = new Map([
  ['RAISED', rect(0, 0, 280, 5_000)],
  ['TRIAGED', rect(290, 0, 280, 5_000)],
  ['DECLINED', rect(460, 820, 110, 44)],
]);
const places = [...rects].map(([id, at]) => place(id, at, id === 'DECLINED'));

const over = (card: ClientRect, pointerCoordinates: { x: number; y: number } | null = null) =>
  placeUnder({
    active: { id: 'card', data: { current: {} }, rect: { current: { initial: card, translated: card } } },
    collisionRect: card,
    droppableRects: rects,
    droppableContainers: places,
    pointerCoordinates,
  })[0]?.id;

test.each([
  ['a column, though it covers an end in front of it', rect(290, 770, 270, 98), 'TRIAGED'],
  ['an end, where a key has put it on that', rect(460, 820, 270, 98), 'DECLINED'],
])('by keyboard a card is over %s', (_what, card, id) => expect(over(card)).toBe(id));

test('by pointer a card is over what is under the pointer', () => {
  expect(over(rect(290, 770, 270, 98), { x: 500, y: 840 })).toBe('DECLINED');
});
