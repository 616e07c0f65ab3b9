import { describe, expect, it } from '@jest/globals';
import { readAdr } from './adr-reader.js';

const TODAY = '2026-01-01';

describe('A record that is a trap for parsers', () => {
  it('is given up at once where they would never end', () => {
    const before = performance.now();
    for (const mark of ['**a_', '[', '> ', '- '])
      expect(readAdr('a.md', `# T\n\n## Context\n\n${mark.repeat(60_000)}`, TODAY)).toMatchObject({
        document: null,
        problems: [{ line: 5, what: expect.stringContaining('more marks') }],
      });
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
