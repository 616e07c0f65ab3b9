import { expect, test } from '@jest/globals';
import { lineTooCostly } from './markdown-cost.js';

test('texts that people write are none', () => {
  const page = '# Reviews\n\n- **Ask** two [people](b.md)\n\n| a | b |\n| - | - |\n';
  expect(lineTooCostly(page.repeat(2_000))).toBeNull();
});

test.each([
  ['emphasis that never ends', '**a*b_c__d '.repeat(18_000)],
  ['brackets', '['.repeat(50_000)],
  ['quotes within quotes', '>'.repeat(100)],
])('%s are told with their line', (_, text) => {
  expect(lineTooCostly(`fine\n${text}`)).toBe(2);
});
