import { expect, test } from '@jest/globals';
import { activityWords } from './activity-words';

const revisit = (to: string | null) =>
  activityWords(
    { event: 'decision.revisit-set', changes: [{ field: 'revisitOn', from: null, to }], note: null },
    '2026-06-01',
  ).words;

test.each([
  ['2026-07-09', 'set to look at it again on 9 July'],
  ['2020-01-01', 'set to look at it again on 1 January 2020'],
  ['some day', 'set to look at it again on some day'],
  [null, 'took back when to look at it again'],
])('the day %s is said as days are said', (to, words) => {
  expect(revisit(to)).toBe(words);
});
