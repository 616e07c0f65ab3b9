import { expect, test } from '@jest/globals';
import { branchesOf, pathTo, type TreeBranch } from './page-tree';

const line = (path: string, position: number, parentPath: string | null = null) => ({
  __typename: 'PageLine' as const,
  id: path,
  path,
  title: path,
  depth: path.split('/').length - 1,
  position,
  parentPath,
});
const PAGES = [line('b', 1), line('a/two', 1, 'a'), line('a', 0), line('a/one', 0, 'a'), line('lost/x', 2, 'lost')];

const words = (branches: TreeBranch[]): unknown[] =>
  branches.map(({ page, below }) => (below.length === 0 ? page.path : [page.path, words(below)]));

test('pages stand below their parents in their order; nothing is left out', () => {
  expect(words(branchesOf(PAGES))).toEqual([['a', ['a/one', 'a/two']], 'b', 'lost/x']);
});

test('the way down to a page; none to one that is not there', () => {
  expect(pathTo(PAGES, 'a/two').map(({ path }) => path)).toEqual(['a', 'a/two']);
  expect(pathTo(PAGES, 'zzz')).toEqual([]);
});
