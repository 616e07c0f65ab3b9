import { expect, it } from '@jest/globals';
import { headingLine, withoutEnd } from './heading-line.js';

it.each([
  ['# One', { level: 1, words: 'One' }],
  ['   ###### Six ##  ', { level: 6, words: 'Six' }],
  ['## C#', { level: 2, words: 'C#' }],
  ['##', { level: 2, words: '' }],
  ['## ##', { level: 2, words: '' }],
  ['##\tTab\t#', { level: 2, words: 'Tab' }],
  ['#none', undefined],
  ['    # code', undefined],
  ['####### seven', undefined],
])('%j', (line, told) => {
  expect(headingLine(line)).toEqual(told);
});

it('takes characters off the end only', () => {
  expect(withoutEnd('a.b.:.', '.:')).toBe('a.b');
  expect(withoutEnd('...', '.')).toBe('');
});
