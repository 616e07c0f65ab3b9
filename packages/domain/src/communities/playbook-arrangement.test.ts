import { describe, expect, it } from '@jest/globals';
import type { PlacedPage } from './page-order.js';
import { arrangedPages, type ArrivingPage } from './playbook-arrangement.js';

const here = (id: string, path: string, position: number, parentId: string | null = null): PlacedPage => ({
  id,
  path,
  slug: path.slice(path.lastIndexOf('/') + 1),
  title: path,
  position,
  parentId,
});
const comes = (id: string, path: string, position: number, parentPath: string | null = null): ArrivingPage => ({
  id,
  path,
  title: path.toUpperCase(),
  position,
  parentPath,
});
const lines = (pages: PlacedPage[]): string[] =>
  pages
    .map(({ id, path, title, position, parentId }) => `${id} ${path} ${title} ${position} ${parentId ?? '-'}`)
    .sort();

describe('The tree after a newer folder', () => {
  const present = [here('1', 'a', 0), here('2', 'a/b', 0, '1'), here('9', 'own', 1), here('8', 'a/own', 1, '1')];
  const arriving = [comes('1', 'a', 1), comes('3', 'a/c', 0, 'a'), comes('2', 'a/b', 1, 'a'), comes('4', 'own', 0)];

  it('is the folder’s, with what was made here behind', () => {
    const earlier = [
      { id: '1', path: 'a', position: 0 },
      { id: '2', path: 'a/b', position: 0 },
    ];
    expect(lines(arrangedPages({ arriving, present, earlier, ended: new Set() }))).toEqual([
      '1 a A 1 -',
      '2 a/b A/B 1 1',
      '3 a/c A/C 0 1',
      '4 own OWN 0 -',
      '8 a/own a/own 2 1',
      '9 own-2 own 2 -',
    ]);
  });

  it('is the one here where somebody arranged it, with what is new behind', () => {
    const earlier = [{ id: '2', path: 'b', position: 0 }];
    expect(lines(arrangedPages({ arriving, present, earlier, ended: new Set() }))).toEqual([
      '1 a A 0 -',
      '2 a/b A/B 0 1',
      '3 a/c A/C 2 1',
      '4 own-2 OWN 2 -',
      '8 a/own a/own 1 1',
      '9 own own 1 -',
    ]);
  });

  it('leaves out what goes, and keeps what stood below it', () => {
    const earlier = [{ id: '1', path: 'a', position: 0 }];
    const pages = arrangedPages({ arriving: [comes('4', 'x', 0)], present, earlier, ended: new Set(['1', '2']) });
    expect(lines(pages)).toEqual(['4 x X 0 -', '8 own own 1 -'.replace('own own', 'own a/own'), '9 own-2 own 2 -']);
  });
});
