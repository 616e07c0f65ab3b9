import { describe, expect, test } from '@jest/globals';
import { capacityOf, capacityProblems, type CapacityTarget, changedTargets, type HeldCapacity } from './capacity.js';

const HELD: HeldCapacity[] = [
  { areaId: 'a', kind: 'VALUE', items: 6, points: 30, unsized: 1 },
  { areaId: 'a', kind: 'DEBT', items: 2, points: 10, unsized: 0 },
  { areaId: 'b', kind: 'VALUE', items: 1, points: 10, unsized: 0 },
  { areaId: null, kind: 'DEFECT', items: 1, points: 0, unsized: 1 },
];
const TARGETS: CapacityTarget[] = [
  { areaId: 'a', kind: null, share: 60 },
  { areaId: null, kind: 'DEBT', share: 20 },
  { areaId: 'a', kind: 'DEBT', share: 30 },
];

test('shares are of all of the order; those of a cell are of its area', () => {
  const { areas, kinds, cells } = capacityOf(HELD, TARGETS, ['a', 'b', 'c'], 'POINTS');
  expect(areas.map(({ areaId, target, held }) => [areaId, target, held])).toEqual([
    ['a', 60, 80],
    ['b', null, 20],
    ['c', null, 0],
    [null, null, 0],
  ]);
  expect(kinds.map(({ kind, target, held, items }) => [kind, target, held, items])).toEqual([
    ['VALUE', null, 80, 7],
    ['DEBT', 20, 20, 2],
    ['DEFECT', null, 0, 1],
    ['ENABLER', null, 0, 0],
  ]);
  expect(cells).toHaveLength(16);
  expect(cells.find(({ areaId, kind }) => areaId === 'a' && kind === 'DEBT')).toEqual({
    areaId: 'a',
    kind: 'DEBT',
    target: 30,
    held: 25,
    items: 2,
    points: 10,
    unsized: 0,
  });
  // Of no area: the product's target of a kind is not theirs.
  expect(cells.find(({ areaId, kind }) => areaId === null && kind === 'DEBT')?.target).toBeNull();
});

test('by items what has no size counts too; an empty order holds nothing', () => {
  expect(capacityOf(HELD, [], ['a'], 'ITEMS').areas.map(({ held }) => held)).toEqual([80, 10]);
  expect(capacityOf([], [], ['a'], 'ITEMS').areas).toEqual([
    { areaId: 'a', kind: null, target: null, held: 0, items: 0, points: 0, unsized: 0 },
  ]);
});

describe('targets that make no sense together', () => {
  const area = (areaId: string, share: number): CapacityTarget => ({ areaId, kind: null, share });
  test.each<[string, CapacityTarget[]]>([
    ['of everything', [{ areaId: null, kind: null, share: 10 }]],
    ['below nothing', [area('a', -1)]],
    ['over all', [area('a', 101)]],
    ['finer than kept', [area('a', 10.005)]],
    ['no number', [area('a', Number.NaN)]],
    ['twice', [area('a', 10), area('a', 20)]],
    ['areas over 100', [area('a', 60), area('b', 50)]],
    [
      'kinds over 100',
      [
        { areaId: null, kind: 'DEBT', share: 60 },
        { areaId: null, kind: 'VALUE', share: 41 },
      ],
    ],
    [
      'kinds of an area over 100',
      [
        { areaId: 'a', kind: 'DEBT', share: 60 },
        { areaId: 'a', kind: 'VALUE', share: 41 },
      ],
    ],
  ])('%s', (_, targets) => expect(capacityProblems(targets)).toHaveLength(1));

  test('thirds that add up are well', () => {
    expect(capacityProblems([area('a', 33.33), area('b', 33.33), area('c', 33.34), ...TARGETS.slice(1)])).toEqual([]);
  });
});

test('what changed is what is new, has another share, or is gone', () => {
  const after: CapacityTarget[] = [
    { areaId: 'a', kind: null, share: 60 },
    { areaId: 'a', kind: 'DEBT', share: 25 },
    { areaId: 'b', kind: 'DEBT', share: 5 },
  ];
  expect(changedTargets(TARGETS, after)).toEqual({
    set: after.slice(1),
    gone: [{ areaId: null, kind: 'DEBT', share: 20 }],
  });
});
