import { describe, expect, it } from '@jest/globals';
import { changedPages, type ComparedPage } from './page-changes.js';

const page = (id: string, more: Partial<ComparedPage> = {}): ComparedPage => ({
  id,
  path: id,
  title: id.toUpperCase(),
  body: `Words of ${id}`,
  ...more,
});

describe('pages that differ', () => {
  it('are told by what they are, not by where they stand', () => {
    const before = [page('a'), page('b'), page('c'), page('d'), page('e')];
    const after = [
      page('new'),
      page('a'),
      page('b', { path: 'x/b' }),
      page('c', { body: 'Other words' }),
      page('d', { path: 'x/d', title: 'Called otherwise' }),
    ];
    expect(changedPages(before, after).map(({ kind, before: was, after: is }) => [kind, was?.path, is?.path])).toEqual([
      ['ADDED', undefined, 'new'],
      ['MOVED', 'b', 'x/b'],
      ['CHANGED', 'c', 'c'],
      ['CHANGED', 'd', 'x/d'],
      ['REMOVED', 'e', undefined],
    ]);
  });

  it('another page in the place of one that is gone is another page', () => {
    const kinds = changedPages([page('a')], [page('b', { path: 'a' })]).map(({ kind }) => kind);
    expect(kinds).toEqual(['ADDED', 'REMOVED']);
    expect(changedPages([page('a')], [page('a')])).toEqual([]);
  });
});
