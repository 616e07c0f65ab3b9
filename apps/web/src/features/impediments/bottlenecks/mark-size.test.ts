import { expect, test } from '@jest/globals';
import { legendDays, markSize } from './mark-size';

test('twice the days are twice the area', () => {
  const area = (days: number) => markSize(days, 800).radius ** 2;
  for (const days of [50, 100, 200, 400]) expect(area(2 * days) / area(days)).toBeCloseTo(2, 1);
});

test('little is seen still, and the most fits in with its ring', () => {
  expect(markSize(1, 10_000).radius).toBeGreaterThanOrEqual(5);
  expect(markSize(10_000, 10_000).ring).toBeLessThanOrEqual(48);
});

test('a number stands in its mark when it fits', () => {
  expect(markSize(9, 9).holdsNumber).toBe(true);
  expect(markSize(9, 900).holdsNumber).toBe(false);
  expect([markSize(40, 120).holdsNumber, markSize(125, 600).holdsNumber]).toEqual([true, false]);
});

test.each([
  [1, [1]],
  [4, [2]],
  [7, [5, 1]],
  [47, [20, 5, 1]],
  [165, [100, 20, 5]],
  [0, []],
])('of %i at most the legend shows %j', (most, days) => expect(legendDays(most)).toEqual(days));
