import { expect, test } from '@jest/globals';
import { movedWords, moveWords } from './move-words';

const told = {
  scope: 'ORDER',
  from: 12,
  to: 3,
  count: 1,
  item: { key: 'B-1', area: { name: 'Payments' } },
  scenario: null,
} as const;

function areas(former: string | null, next: string | null) {
  return { formerArea: former === null ? null : { name: former }, area: next === null ? null : { name: next } };
}

test.each([
  [{}, 'moved up from 12 to 3'],
  [{ from: 3, to: 1_200 }, 'moved down from 3 to 1,200'],
  [{ count: 2 }, 'moved up from 12 to 3 with another one'],
  [{ count: 5, scope: 'AREA' as const }, 'moved up from 12 to 3 with 4 others, within Payments'],
  [{ scope: 'RULE' as const, from: null, to: 40 }, 'came in at 40'],
  [{ scope: 'RULE' as const, to: null }, 'left the order, from 12'],
  [{ scope: 'RULE' as const, to: 12, ...areas('Harbour', 'Payments') }, 'went from Harbour to Payments and kept 12'],
  [
    { scope: 'RULE' as const, to: 12, count: 3, ...areas('Harbour', 'Payments') },
    'went from Harbour to Payments with 2 others and kept 12',
  ],
  [{ scope: 'RULE' as const, to: 12, ...areas('Harbour', null) }, 'left Harbour for no area and kept 12'],
  [{ scope: 'RULE' as const, to: 12, ...areas(null, 'Payments') }, 'came to Payments from no area and kept 12'],
  [
    { scope: 'SCENARIO' as const, scenario: { name: 'Pilot first' } },
    'and all else were put in the order of “Pilot first”',
  ],
])('%j: %s', (changes, words) => {
  expect(moveWords({ ...told, ...changes })).toBe(words);
});

test('as a sentence of its own', () => {
  expect(movedWords(told)).toBe('B-1 moved up from 12 to 3.');
});
