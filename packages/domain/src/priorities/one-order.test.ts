import { describe, expect, test } from '@jest/globals';
import {
  changeArea,
  enterOrder,
  leaveOrder,
  moveInOrder,
  moveWithinArea,
  type OneOrder,
  type OrderPlace,
  shiftsOf,
} from './one-order.js';

const ORDER: OneOrder = 'a1 b1 a2 b2 a3 c1'.split(' ').map((id) => ({ id, areaId: id.charAt(0) }));
const said = (order: OneOrder): string => order.map(({ id }) => id).join(' ');

describe('a Chief Product Owner moves', () => {
  test.each<[string, string[], OrderPlace, string]>([
    ['to a position', ['a3'], { kind: 'POSITION', position: 2 }, 'a1 a3 b1 a2 b2 c1'],
    ['to a position past the end', ['a1'], { kind: 'POSITION', position: 99 }, 'b1 a2 b2 a3 c1 a1'],
    ['several together, in their own order', ['c1', 'b1'], { kind: 'POSITION', position: 1 }, 'b1 c1 a1 a2 b2 a3'],
    ['before another', ['c1'], { kind: 'BEFORE', id: 'a2' }, 'a1 b1 c1 a2 b2 a3'],
    ['after another', ['a1'], { kind: 'AFTER', id: 'b2' }, 'b1 a2 b2 a1 a3 c1'],
    ['to the top', ['b2'], { kind: 'TOP' }, 'b2 a1 b1 a2 a3 c1'],
    ['to the bottom', ['a1', 'a2'], { kind: 'BOTTOM' }, 'b1 b2 a3 c1 a1 a2'],
    ['beside itself: nothing', ['a1'], { kind: 'BEFORE', id: 'a1' }, 'a1 b1 a2 b2 a3 c1'],
    ['beside nobody: nothing', ['a1'], { kind: 'AFTER', id: 'x' }, 'a1 b1 a2 b2 a3 c1'],
  ])('%s', (_, ids, place, expected) => expect(said(moveInOrder(ORDER, ids, place))).toBe(expected));
});

describe('an Area Product Owner moves', () => {
  test.each<[string, string[], OrderPlace, string]>([
    ['to the top of the area', ['a3'], { kind: 'TOP_OF_AREA' }, 'a3 b1 a1 b2 a2 c1'],
    ["to the top, which is the area's", ['b2'], { kind: 'TOP' }, 'a1 b2 a2 b1 a3 c1'],
    ['to the bottom of the area', ['a1'], { kind: 'BOTTOM_OF_AREA' }, 'a2 b1 a3 b2 a1 c1'],
    ['to an own position', ['a3'], { kind: 'POSITION', position: 3 }, 'a1 b1 a3 b2 a2 c1'],
    ["to another's position: the next own one", ['a3'], { kind: 'POSITION', position: 2 }, 'a1 b1 a3 b2 a2 c1'],
    ['before an own one', ['a3'], { kind: 'BEFORE', id: 'a2' }, 'a1 b1 a3 b2 a2 c1'],
    ["after another's: the nearest slot behind it", ['a1'], { kind: 'AFTER', id: 'b2' }, 'a2 b1 a3 b2 a1 c1'],
    ["before another's: the nearest slot in front of it", ['a3'], { kind: 'BEFORE', id: 'b2' }, 'a1 b1 a3 b2 a2 c1'],
    ['items of two areas: nothing', ['a3', 'b1'], { kind: 'TOP' }, 'a1 b1 a2 b2 a3 c1'],
  ])('%s', (_, ids, place, expected) => expect(said(moveWithinArea(ORDER, ids, place))).toBe(expected));
});

test('what comes in comes last, what leaves takes its slot along, who changes area stays', () => {
  expect(
    said(
      enterOrder(ORDER, [
        { id: 'a4', areaId: 'a' },
        { id: 'a1', areaId: 'a' },
      ]),
    ),
  ).toBe('a1 b1 a2 b2 a3 c1 a4');
  expect(said(leaveOrder(ORDER, ['a2', 'c1']))).toBe('a1 b1 b2 a3');
  const changed = changeArea(ORDER, ['a2'], 'b');
  expect(said(changed)).toBe(said(ORDER));
  expect(said(moveWithinArea(changed, ['a2'], { kind: 'TOP_OF_AREA' }))).toBe('a1 a2 b1 b2 a3 c1');
});

test('shifts name who moved, and whoever only made room is not named', () => {
  const after = moveInOrder(ORDER, ['a3', 'b1'], { kind: 'TOP' });
  expect(shiftsOf(ORDER, after, ['a3', 'b1'])).toEqual([
    { itemId: 'b1', from: 2, to: 1 },
    { itemId: 'a3', from: 5, to: 2 },
  ]);
  expect(shiftsOf(ORDER, leaveOrder(ORDER, ['b2']), ['b2'])).toEqual([{ itemId: 'b2', from: 4, to: null }]);
});
