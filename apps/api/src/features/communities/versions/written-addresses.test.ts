import { describe, expect, it } from '@jest/globals';
import { writtenAddresses } from './written-addresses.js';

describe('addresses found without reading a page', () => {
  it.each([
    ['[a](guide.md "Title") and [b]: ../tools.md', ['guide.md', '../tools.md']],
    ['[a](<my guide.md>)', ['my guide.md']],
    // These filled the time in which a playbook is held while its pages move: all that have one were read as a whole.
    ['[w](https://example.org/a_(b)?x=1&y=2) [g](guide.md)', ['https://example.org/a_(b', 'guide.md']],
    ['[m](mailto:ana@example.org?subject=a&body=b)', ['mailto:ana@example.org?subject=a&body=b']],
  ])('%s', (body, addresses) => {
    expect(writtenAddresses(body)).toEqual(addresses);
  });

  it.each(['[a](gu\\ide.md)', '[a](a&amp;b.md)', '[a](a(b).md)', 'see [x]:https://example.org[y](guide.md)'])(
    'are told by reading only: %s',
    (body) => {
      expect(writtenAddresses(body)).toBeNull();
    },
  );
});
