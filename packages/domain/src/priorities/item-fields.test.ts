import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goalProblems } from './goal-fields.js';
import { ITEM_SCORES, itemProblems } from './item-fields.js';
import { costOfDelay, wsjf } from './item-score.js';

const wrong = (input: Parameters<typeof itemProblems>[0]): string[] => itemProblems(input).map(({ field }) => field);

describe('what somebody gives of an item', () => {
  it.each([
    [{ title: ' ' }, ['title']],
    [{ title: 'one\ntwo' }, ['title']],
    [{ title: 'x'.repeat(301) }, ['title']],
    [{ description: 'x'.repeat(20_001) }, ['description']],
    [{ tier: 'SAGA', kind: 'CHORE' }, ['tier', 'kind']],
    [{ acceptanceCriteria: ['fine', ' '] }, ['acceptanceCriteria']],
    [{ acceptanceCriteria: Array.from({ length: 51 }, () => 'x') }, ['acceptanceCriteria']],
    [{ points: 0 }, ['points']],
    [{ points: 1000.5 }, ['points']],
    [{ points: 1.234 }, ['points']],
    [{ points: Number.NaN }, ['points']],
    [{ value: 4, timeCriticality: 21, riskReduction: 0 }, ['value', 'timeCriticality', 'riskReduction']],
    [{ title: 'Fine', points: 0.5, value: 20, acceptanceCriteria: [], description: '', reason: '' }, []],
    [{ title: null, points: null, value: undefined }, []],
  ])('%j', (input, fields) => {
    expect(wrong(input)).toEqual(fields);
  });

  it('two decimals of points are kept, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 100_000 }), (cents) => expect(wrong({ points: cents / 100 })).toEqual([])),
    );
  });
});

it('a cost of delay needs all three, WSJF a size too; more cost or less work is more', () => {
  const parts = { value: 8, timeCriticality: 5, riskReduction: 2 };
  expect([costOfDelay(parts), wsjf(parts, 5), wsjf(parts, null), wsjf(parts, 0)]).toEqual([15, 3, null, null]);
  expect([costOfDelay({ ...parts, value: null }), wsjf({ ...parts, riskReduction: null }, 5)]).toEqual([null, null]);
  const step = fc.constantFrom(...ITEM_SCORES);
  fc.assert(
    fc.property(step, step, step, fc.constantFrom(1, 2, 8), (value, timeCriticality, riskReduction, points) => {
      const scored = { value, timeCriticality, riskReduction };
      expect(wsjf(scored, points) ?? 0).toBeGreaterThan(wsjf(scored, points * 2) ?? 0);
      expect(wsjf({ ...scored, value: 20 }, points) ?? 0).toBeGreaterThanOrEqual(wsjf(scored, points) ?? 0);
    }),
  );
});

it('a goal has a title, words when it ends, and measures with names of their own', () => {
  const measure = { name: 'Sold', unit: '%', baseline: 1, target: null, current: null };
  const fields = (input: Parameters<typeof goalProblems>[0]): string[] => goalProblems(input).map(({ field }) => field);
  expect(fields({ title: '', words: ' ' })).toEqual(['title', 'words']);
  expect(fields({ measures: [measure, { ...measure, name: ' sold ' }] })).toEqual(['measures']);
  expect(fields({ measures: [{ ...measure, name: '' }] })).toEqual(['measures']);
  expect(fields({ measures: [{ ...measure, target: 1e16 }] })).toEqual(['measures']);
  expect(fields({ title: 'Fine', measures: [measure] })).toEqual([]);
});
