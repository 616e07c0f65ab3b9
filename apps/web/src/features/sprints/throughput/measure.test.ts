import { describe, expect, it } from '@jest/globals';
import { sprint, throughput } from '../testing/sprint-facts';
import { barsOf, shortName } from './measure';

describe('the bars of a team', () => {
  it('say what was planned and done; those that the mean is taken of are marked', () => {
    const sprints = [1, 2, 3, 4].map((number) => sprint(number, { doneItems: number, donePoints: number * 2 }));
    const bars = barsOf(throughput(sprints), 'items');
    expect(bars.map(({ name, planned, done, counts }) => [name, planned, done, counts])).toEqual([
      ['Sprint 1', 10, 1, false],
      ['Sprint 2', 10, 2, true],
      ['Sprint 3', 10, 3, true],
      ['Sprint 4', 10, 4, true],
    ]);
    expect(barsOf(throughput(sprints), 'points').map(({ planned, done }) => [planned, done])).toEqual([
      [null, 2],
      [null, 4],
      [null, 6],
      [null, 8],
    ]);
  });

  it.each([
    ['Sprint 12', '12'],
    ['2016 Sprint 05 Tooling', '05'],
    ['Harbour', 'Harb'],
    ['Build 20260302', '0302'],
  ])('of %s are called %s', (name, short) => expect(shortName(name)).toBe(short));
});
