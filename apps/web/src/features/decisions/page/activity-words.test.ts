import { expect, test } from '@jest/globals';
import { activityActor, activityWords } from './activity-words';

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

const replaced = (changes: unknown, successor?: string) =>
  activityWords({ event: 'decision.superseded', changes, note: null }, '2026-06-01', successor);

test('what replaced it is named by its key, as the event says it, or else as the decision does', () => {
  const said = [{ field: 'supersededBy', from: null, to: 'D-9' }];
  expect(replaced(said, 'D-12')).toEqual({ words: 'replaced it by', key: 'D-9', quote: null });
  expect(replaced([], 'D-12')).toEqual({ words: 'replaced it by', key: 'D-12', quote: null });
  expect(replaced([])).toEqual({ words: 'replaced it by another decision', key: null, quote: null });
});

test('of what nobody is named for, a file is named where there was one', () => {
  const by = (event: string, file: string) => activityActor({ event, actor: null }, file);
  expect(by('decision.superseded', '')).toEqual({ name: 'Somebody', source: '' });
  expect(by('decision.superseded', 'a.md')).toEqual({ name: 'Somebody', source: ', as a.md says' });
  expect(by('decision.veto-ended', 'a.md')).toEqual({ name: 'Chapterhouse', source: '' });
});
