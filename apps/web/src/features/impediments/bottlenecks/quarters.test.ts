import { expect, test } from '@jest/globals';
import { isPastOrPresent, monthsWords, quarterBefore, quarterOf, quartersUpTo, quartersWords } from './quarters';

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('the day %s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));

test('quarters go back over the turn of a year', () => {
  expect(quartersUpTo('2026-05-31', 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3']);
  expect(quarterBefore('2026-Q1')).toBe('2025-Q4');
});

test.each([
  ['2026-Q4', 'Q3 and Q4 2026', 'July to December 2026'],
  ['2026-Q2', 'Q1 and Q2 2026', 'January to June 2026'],
  ['2026-Q1', 'Q4 2025 and Q1 2026', 'October 2025 to March 2026'],
])('%s and the one before, in words', (name, quarters, months) => {
  expect([quartersWords(name), monthsWords(name)]).toEqual([quarters, months]);
});

test.each([
  ['2026-Q2', true],
  ['2025-Q4', true],
  ['2026-Q3', false],
  ['2026-Q5', false],
  ['1999-Q1', false],
  ['2026', false],
  [null, false],
])('%s has begun by the end of May 2026: %s', (name, has) => expect(isPastOrPresent(name, '2026-05-31')).toBe(has));
