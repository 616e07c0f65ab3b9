import { expect, test } from '@jest/globals';
import { type Measure, measureProgress, measureWords } from './measure-words';

const measure = (changes: Partial<Measure>): Measure => ({
  __typename: 'GoalMeasure',
  name: 'Orders',
  unit: 'a day',
  baseline: 100,
  target: 400,
  current: 250,
  ...changes,
});

test.each([
  [{}, '250 of 400 a day', 0.5],
  [{ unit: '%', target: 80, current: 20.456, baseline: 20 }, '20.46 of 80 %', 0.0076],
  [{ current: null }, 'to reach 400 a day', null],
  [{ target: null }, '250 a day now', null],
  [{ target: null, current: null }, 'not measured yet', null],
  [{ unit: '', baseline: null }, '250 of 400', null],
  [{ current: 900 }, '900 of 400 a day', 1],
  [{ current: 20 }, '20 of 400 a day', 0],
  // Less is better: from nine days to two.
  [{ baseline: 9, target: 2, current: 5.5 }, '5.5 of 2 a day', 0.5],
  [{ baseline: 400 }, '250 of 400 a day', null],
])('%j reads %s', (changes, words, progress) => {
  expect(measureWords(measure(changes))).toBe(words);
  const shown = measureProgress(measure(changes));
  if (progress === null) expect(shown).toBeNull();
  else expect(shown).toBeCloseTo(progress, 4);
});
