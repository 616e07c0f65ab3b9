import { describe, expect, it } from '@jest/globals';
import { relativeTarget, targetFrom } from './folder-path.js';
import { type FolderOrder, playbookTree } from './playbook-tree.js';

const files = (...names: string[]): { file: string; title: null }[] => names.map((file) => ({ file, title: null }));
const lines = (names: string[], orders: Record<string, FolderOrder> = {}): string[] =>
  playbookTree(files(...names), new Map(Object.entries(orders))).map(
    ({ path, file, depth, title }) => `${'  '.repeat(depth)}${path} ${file ?? '-'} ${title}`,
  );

describe('The pages of a folder', () => {
  it('are a tree in which folders are pages, by name', () => {
    expect(lines(['b/two.md', 'README.md', 'b/readme.md', 'page-10.md', 'page-2.md', 'c/d/e.md'])).toEqual([
      'index README.md Start',
      'b b/readme.md B',
      '  b/two b/two.md Two',
      'c - C',
      '  c/d - D',
      '    c/d/e c/d/e.md E',
      'page-2 page-2.md Page 2',
      'page-10 page-10.md Page 10',
    ]);
  });

  it('are ordered as somebody wrote it; others stand where the rest belongs', () => {
    const entry = (name: string, title: string | null = null) => ({ name, title });
    const order = { title: null, entries: [entry('z', 'Last letters'), null, entry('a.md')], isDescending: false };
    expect(lines(['a.md', 'b.md', 'c.md', 'z/x.md'], { '': order })).toEqual([
      'z - Last letters',
      '  z/x z/x.md X',
      'b b.md B',
      'c c.md C',
      'a a.md A',
    ]);
  });

  it('have paths that need no escaping, and none twice', () => {
    expect(lines(['A b.md', 'a-b.md', 'guide.md', 'guide/x.md', 'Ünï/?.md'])).toEqual([
      'a-b A b.md A b',
      'a-b-2 a-b.md A b',
      'guide guide.md Guide',
      '  guide/x guide/x.md X',
      'ünï - Ünï',
      '  ünï/page Ünï/?.md ?',
    ]);
  });
});

describe('Addresses between files', () => {
  it.each([
    ['a/b.md', 'c.md#x%20y', { path: 'a/c.md', fragment: 'x y' }],
    ['a/b.md', '../c%20d.md', { path: 'c d.md', fragment: '' }],
    ['a/b.md', './', { path: 'a', fragment: '' }],
    ['a/b.md', '#here', { path: 'a/b.md', fragment: 'here' }],
    ['a/b.md', '/d/e.md?raw=1', { path: 'd/e.md', fragment: '' }],
    ['a/b.md', '../../out.md', { path: null, fragment: '' }],
    ['b.md', '%2e%2e/out.md', { path: null, fragment: '' }],
    ['b.md', '%E0%A4%A.md', { path: '%E0%A4%A.md', fragment: '' }],
  ])('of %s to %s', (file, target, found) => {
    expect(targetFrom(file, target)).toEqual(found);
  });

  it.each([
    ['a/b.md', 'a/c.md', 'c.md'],
    ['a/b.md', 'x (1)/c.md', '../x%20%281%29/c.md'],
    ['b.md', 'a/b/c.md', 'a/b/c.md'],
    ['a/b/c.md', 'a/d.md', '../d.md'],
  ])('from %s to %s', (from, to, address) => {
    expect(relativeTarget(from, to)).toBe(address);
    expect(targetFrom(from, address).path).toBe(to);
  });
});
