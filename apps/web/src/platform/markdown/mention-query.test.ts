import { expect, test } from '@jest/globals';
import { mentionQueryAt } from './mention-query';

test.each([
  ['@', 0, ''],
  ['Ask @an', 4, 'an'],
  ['Ask @Ana Li', 4, 'Ana Li'],
  ['Ask @Anne-Marie O’Ne', 4, 'Anne-Marie O’Ne'],
  ['(@Zoë', 1, 'Zoë'],
  ['one\n@two', 4, 'two'],
])('%j names somebody', (text, from, words) => {
  expect(mentionQueryAt(text, text.length)).toEqual({ from, words });
});

test.each([
  '',
  'ana@harbour',
  'Ask @ ana',
  '@Ana\nthen',
  '[@Ana](person:x) ',
  '@one two three four',
  `@${'a'.repeat(80)}`,
])('%j names nobody', (text) => {
  expect(mentionQueryAt(text, text.length)).toBeNull();
});

test('what is behind the caret does not count', () => {
  expect(mentionQueryAt('Ask @ana and @ben', 7)).toEqual({ from: 4, words: 'an' });
});

test('with another sign something else is named', () => {
  expect(mentionQueryAt('See #IMP-12', 11, '#')).toEqual({ from: 4, words: 'IMP-12' });
  expect(mentionQueryAt('See @ana', 8, '#')).toBeNull();
  expect(mentionQueryAt('## Heading', 10, '#')).toBeNull();
});
