import { expect, test } from '@jest/globals';
import { type PageTarget, pageAddresses } from './page-address.js';

const PATHS = ['index', 'code-reviews', 'code-reviews/process', 'code-reviews/recipes/Go', 'design/diagrams'];
const lead = pageAddresses(PATHS, 'A-5');
const at = (href: string, from = 'code-reviews/process'): PageTarget | null => lead(href, from);

test.each([
  ['recipes/go.md', 'code-reviews/recipes/Go', ''],
  ['./recipes/Go.md#style%20guide', 'code-reviews/recipes/Go', 'style guide'],
  ['../design/diagrams.md', 'design/diagrams', ''],
  ['README.md', 'code-reviews', ''],
  ['../code-reviews/', 'code-reviews', ''],
  ['A-5/design/diagrams#top', 'design/diagrams', 'top'],
  ['/design/diagrams.md', 'design/diagrams', ''],
  ['#here', 'code-reviews/process', 'here'],
])('%s leads to %s', (href, path, anchor) => {
  expect(at(href)).toEqual({ path, anchor });
});

test('links of a folder’s own page begin in the folder, too', () => {
  expect(at('process.md', 'code-reviews')).toEqual({ path: 'code-reviews/process', anchor: '' });
});

test.each([
  'missing.md',
  '../../outside.md',
  'https://example.org/code-reviews',
  '//example.org/process.md',
  'javascript:alert(1)',
  'A-6/design/diagrams',
  '/graphql?query=x',
  '%E0%A4%A',
])('%s leads to no page', (href) => {
  expect(at(href)).toBeNull();
});
