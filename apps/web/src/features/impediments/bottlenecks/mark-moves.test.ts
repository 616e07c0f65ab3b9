import { expect, test } from '@jest/globals';
import { placeAfter } from './mark-moves';

/**
 *   names   0  1  2
 *   a       x     x
 *   b          x
 *   c       x     x
 */
const PLACES = [
  [-1, 0],
  [-1, 1],
  [-1, 2],
  [0, -1],
  [0, 0],
  [0, 2],
  [1, -1],
  [1, 1],
  [2, -1],
  [2, 0],
  [2, 2],
].map(([row = 0, column = 0]) => ({ row, column }));

test.each([
  ['ArrowRight', [0, 0], [0, 2]],
  ['ArrowRight', [0, 2], null],
  ['ArrowLeft', [0, 2], [0, 0]],
  ['ArrowLeft', [0, 0], [0, -1]],
  ['ArrowDown', [0, 2], [1, 1]],
  ['ArrowDown', [1, 1], [2, 0]],
  ['ArrowDown', [0, -1], [1, -1]],
  ['ArrowDown', [2, 0], null],
  ['ArrowUp', [0, 2], [-1, 2]],
  ['ArrowUp', [2, 2], [1, 1]],
  ['Home', [0, 2], [0, -1]],
  ['End', [0, -1], [0, 2]],
  ['a', [0, 0], null],
] as const)('%s from %j leads to %j', (key, [row, column], to) => {
  expect(placeAfter(PLACES, { row, column }, key)).toEqual(to && { row: to[0], column: to[1] });
});
