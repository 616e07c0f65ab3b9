import { describe, expect, test } from '@jest/globals';
import { readPageMarkdown } from './page-markdown.js';

describe('what a page says of itself', () => {
  test.each([
    ['# Way {#way}', 'Way', ['way']],
    ['# Way  {.wide #way}  ', 'Way', ['way']],
    ['# Way', 'Way', []],
    ['# Way {wide}', 'Way {wide}', []],
    ['# {a} way {#way}', '{a} way', ['way']],
    ['# Way {#way} on', 'Way {#way} on', []],
    ['# Way {#way} on}', 'Way {#way} on}', []],
  ])('%s', (text, heading, named) => {
    expect(readPageMarkdown(text)).toMatchObject({ headings: [heading], named });
  });

  test('a picture in HTML is found on its line', () => {
    const page = readPageMarkdown('x\n\n<pre>\n<b>\n\n<b>\n<img src="a.png"> <img src="b.png">\n</pre>');
    expect(page?.links.map(({ target, line }) => [target, line])).toEqual([
      ['a.png', 7],
      ['b.png', 7],
    ]);
  });
});

/** Each took minutes and more when it was read again from each of its places. */
test.each([
  ['braces in a heading', `# ${'{#a'.repeat(66_000)}`],
  ['spaces in a heading', `# a${' '.repeat(199_000)}b`],
  ['tags in one piece of HTML', `<pre>\n${'<b>\n\n'.repeat(39_000)}`],
])('%s, as many as fit, are read in a moment', (_case, text) => {
  const before = performance.now();
  expect(readPageMarkdown(`${text}\n\n[x](#y)`)).not.toBeNull();
  expect(performance.now() - before).toBeLessThan(20_000);
});
