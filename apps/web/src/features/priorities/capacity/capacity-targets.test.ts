import { expect, test } from '@jest/globals';
import { differenceWords, factsOf, overfull, targetsOf } from './capacity-targets';
import { CUSTOMS, capacityOf, PAYMENTS } from './testing/capacity-facts';

const capacity = capacityOf({
  areas: { [PAYMENTS.id]: 60 },
  kinds: { DEBT: 20 },
  cells: { [`${PAYMENTS.id}|DEBT`]: 30 },
});
const reading = (changes: Record<string, number | null>) => (field: string) =>
  field in changes ? changes[field] : factsOf(capacity)[field];

test('all targets as they are to be, with what is new and without what is gone', () => {
  expect(targetsOf(capacity, reading({}))).toEqual([
    { areaId: PAYMENTS.id, kind: null, share: 60 },
    { areaId: null, kind: 'DEBT', share: 20 },
    { areaId: PAYMENTS.id, kind: 'DEBT', share: 30 },
  ]);
  expect(targetsOf(capacity, reading({ [`${CUSTOMS.id}|`]: 25, '|DEBT': null }))).toEqual([
    { areaId: PAYMENTS.id, kind: null, share: 60 },
    { areaId: CUSTOMS.id, kind: null, share: 25 },
    { areaId: PAYMENTS.id, kind: 'DEBT', share: 30 },
  ]);
});

test('more than a hundred is told with what to take away', () => {
  expect(overfull(capacity, reading({}))).toEqual([]);
  expect(overfull(capacity, reading({ [`${CUSTOMS.id}|`]: 45, [`${PAYMENTS.id}|VALUE`]: 71.5 }))).toEqual([
    'The areas together have 105 %: take 5 % away.',
    'The kinds of Payments together have 101.5 %: take 1.5 % away.',
  ]);
});

test.each([
  [34.4, 34, 'as meant'],
  [38, 34, '4 points over'],
  [33, 34, '1 point under'],
  [12, null, ''],
])('%s held of %s meant: %s', (held, target, words) => {
  expect(differenceWords(held, target)).toBe(words);
});
