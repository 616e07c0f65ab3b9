import { expect, it } from '@jest/globals';
import { linesOf } from './text-lines.js';

/** Every letter is as wide as its size. */
const set = (text: string, width: number): string[] => {
  const lines = linesOf(text, { size: 1, weight: 'regular' }, width, (run, size) => Array.from(run.text).length * size);
  for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
  return lines.map(({ runs }) => runs.map((run) => run.text).join(' '));
};

it('fills lines by words, and cuts those that are wider than a line where it is full', () => {
  expect(set('one two three', 8)).toEqual(['one two', 'three']);
  expect(set('see https://a.example/long now', 8)).toEqual(['see', 'https://', 'a.exampl', 'e/long', 'now']);
});

it('sets a letter that is wider than a line all the same', () => {
  const lines = linesOf('abc', { size: 5, weight: 'regular' }, 3, (run, size) => run.text.length * size);
  expect(lines.map(({ runs }) => runs[0]?.text)).toEqual(['a', 'b', 'c']);
});

it('cuts a word of ten thousand letters without setting each of its lines again and again', () => {
  let letters = 0;
  const lines = linesOf('a'.repeat(10_000), { size: 1, weight: 'regular' }, 100, (run) => {
    letters += run.text.length;
    return run.text.length;
  });
  expect(lines.map(({ width }) => width)).toEqual(Array.from({ length: 100 }, () => 100));
  expect(letters).toBeLessThan(200_000);
});
