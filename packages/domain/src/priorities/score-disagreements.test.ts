import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scoreDisagreements, type ScoredItem } from './score-disagreements.js';

const scored = (...scores: [position: number, wsjf: number][]): ScoredItem[] =>
  scores.map(([position, wsjf]) => ({ id: `at ${position}`, position, wsjf }));

test('the farthest apart comes first; who stands where the score says is not named', () => {
  expect(scoreDisagreements(scored([1, 2], [4, 5], [7, 9], [9, 1]), 10)).toEqual([
    { id: 'at 1', position: 1, scorePosition: 7, gap: 6 },
    { id: 'at 7', position: 7, scorePosition: 1, gap: -6 },
  ]);
  expect(scoreDisagreements(scored([1, 2], [4, 5], [7, 9], [9, 1]), 1)).toHaveLength(1);
});

test('of the same score the order decides', () => {
  expect(scoreDisagreements(scored([3, 5], [1, 5], [2, 5]), 10)).toEqual([]);
});

test('any order: the score is a permutation of the positions held, and once followed nothing disagrees', () => {
  const anyItems = fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 30 })
    .chain((positions) =>
      fc.tuple(...positions.map((position) => fc.integer({ min: 0, max: 5 }).map((wsjf) => ({ position, wsjf })))),
    )
    .map((items) => items.map((item) => ({ ...item, id: String(item.position) })));
  fc.assert(
    fc.property(anyItems, (items) => {
      const found = scoreDisagreements(items, 100);
      expect(found.map(({ scorePosition }) => scorePosition).sort()).toEqual(
        found.map(({ position }) => position).sort(),
      );
      const wanted = new Map(found.map(({ id, scorePosition }) => [id, scorePosition]));
      const followed = items.map((item) => ({ ...item, position: wanted.get(item.id) ?? item.position }));
      expect(scoreDisagreements(followed, 100)).toEqual([]);
    }),
  );
});
