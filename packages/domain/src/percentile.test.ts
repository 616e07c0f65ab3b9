import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentile } from './percentile.js';

describe('a percentile', () => {
  it.each([
    [[], 0.5, null],
    [[7], 0.85, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 20, 30, 40, 50], 0.85, 44],
    [[1, 2], 0.85, 1.85],
    [[5, 1, 9], 0, 1],
    [[5, 1, 9], 1, 9],
  ])('of %j at %d is %d', (values, share, expected) => {
    const found = percentile(values, share);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });

  it.each([-0.1, 1.1, Number.NaN])('%d is no share', (share) => {
    expect(() => percentile([1], share)).toThrow(RangeError);
  });

  it('lies among the values, grows with the share, and knows no order', () => {
    const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (given, one, other) => {
        const [low = 0, high = 0] = [Math.min(one, other), Math.max(one, other)].map(
          (at) => percentile(given, at) ?? NaN,
        );
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...given));
        expect(high).toBeLessThanOrEqual(Math.max(...given));
        expect(percentile(given.toReversed(), one)).toBe(percentile(given, one));
      }),
    );
  });
});
