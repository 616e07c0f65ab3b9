import { expect, test } from '@jest/globals';
import { isWithin, lastBelow, neighbourMove } from './page-moves';

const page = (path: string, position: number, parentPath: string | null = null) => ({
  __typename: 'PageLine' as const,
  id: path,
  path,
  title: path,
  depth: 0,
  position,
  parentPath,
});
const [A, B, C] = [page('a', 0), page('b', 1), page('c', 2)];
const PAGES = [A, B, C, page('a/x', 0, 'a'), page('a/y', 1, 'a')];

test('up and down go past one neighbour; there is no way past the ends', () => {
  expect(neighbourMove(PAGES, C, -1)).toEqual({ toParentPath: null, afterPath: 'a' });
  expect(neighbourMove(PAGES, B, -1)).toEqual({ toParentPath: null, afterPath: null });
  expect(neighbourMove(PAGES, A, 1)).toEqual({ toParentPath: null, afterPath: 'b' });
  expect(neighbourMove(PAGES, A, -1)).toBeNull();
  expect(neighbourMove(PAGES, C, 1)).toBeNull();
});

test('the end of a folder, and what lies within a page', () => {
  expect(lastBelow(PAGES, 'a', '')).toBe('a/y');
  expect(lastBelow(PAGES, 'a', 'a/y')).toBe('a/x');
  expect(lastBelow(PAGES, 'b', '')).toBeNull();
  expect(isWithin('a/x', 'a')).toBe(true);
  expect(isWithin('ab', 'a')).toBe(false);
});
