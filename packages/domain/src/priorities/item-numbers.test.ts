import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastWithRoom, numbersOfKeys } from './item-numbers.js';

describe('numbers of items', () => {
  it('are what could be a key that is given out here', () => {
    expect(numbersOfKeys(['B-1', 'B-999999999', 'B-0', 'B-01', 'B-1000000000', 'b-2', 'AB-3', 'B-4x', 'B-5'])).toEqual([
      1, 999_999_999, 5,
    ]);
  });

  it.each([
    ['nothing is taken', 7, [], 7],
    ['all is below', 7, [3, 7, 1], 7],
    ['some are above', 7, [9, 8, 30], 30],
    ['one is far above', 7, [9, 2_000_000], 9],
    ['each is within reach of the one before', 0, [10_000, 20_000, 30_001], 20_000],
  ])('go on where there is room: %s', (_name, last, taken, expected) => {
    expect(lastWithRoom(last, taken)).toBe(expected);
  });

  it('never meet one that is taken while there is room', () => {
    const number = fc.integer({ min: 1, max: 60_000 });
    fc.assert(
      fc.property(
        fc.nat(50_000),
        fc.array(number, { maxLength: 200 }),
        fc.integer({ min: 1, max: 10_000 }),
        (last, taken, step) => {
          const free = lastWithRoom(last, taken);
          expect(free).toBeGreaterThanOrEqual(last);
          expect(taken).not.toContain(free + step);
        },
      ),
    );
  });
});
