import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { type PlacedPage, movedPage, neighboursOf, readingOrder, slugOf, withoutPage, withPage } from './page-order.js';

const paths = (pages: PlacedPage[] | Refusal): string[] => {
  if (pages instanceof Refusal) throw pages;
  return readingOrder(pages).map(({ page }) => page.path);
};
const add = (pages: PlacedPage[], title: string, parentPath: string | null, after?: string | null): PlacedPage[] => {
  const added = withPage(pages, { id: `id ${pages.length} ${title}`, title }, { parentPath, after });
  if (added instanceof Refusal) throw added;
  return added;
};
const START = add(add(add(add([], 'index', null), 'Onboarding', null), 'First day', 'onboarding'), 'Roles', null);

describe('pages in a tree', () => {
  it('come behind those that are there, or where they are put', () => {
    expect(paths(START)).toEqual(['index', 'onboarding', 'onboarding/first-day', 'roles']);
    expect(paths(add(START, 'Before all', null, null))[0]).toBe('before-all');
    expect(paths(add(START, 'Glossary', null, 'index'))).toEqual([
      'index',
      'glossary',
      'onboarding',
      'onboarding/first-day',
      'roles',
    ]);
  });

  it('have paths of their own, whatever they are called', () => {
    expect(paths(add(START, 'Roles!', null))).toContain('roles-2');
    expect(paths(add(START, '???', null))).toContain('page');
    expect(slugOf('  Übergabe & Übernahme  ')).toBe('übergabe-übernahme');
  });

  it('are moved with all below them, and not into themselves', () => {
    const moved = movedPage(START, 'onboarding', { parentPath: 'roles', after: null });
    expect(paths(moved)).toEqual(['index', 'roles', 'roles/onboarding', 'roles/onboarding/first-day']);
    expect(movedPage(START, 'onboarding', { parentPath: 'onboarding/first-day', after: null })).toMatchObject({
      code: 'PAGE_IN_ITSELF',
    });
    expect(movedPage(START, 'gone', { parentPath: null, after: null })).toMatchObject({ code: 'PAGE_GONE' });
  });

  it('are removed with all below them, but for the last', () => {
    expect(paths(withoutPage(START, 'onboarding'))).toEqual(['index', 'roles']);
    expect(withoutPage(add([], 'index', null), 'index')).toMatchObject({ code: 'LAST_PAGE' });
  });

  it('are read one after another', () => {
    const inOrder = readingOrder(START).map(({ page }) => page);
    expect(neighboursOf(inOrder, 'onboarding/first-day')).toMatchObject({
      previous: { path: 'onboarding' },
      following: { path: 'roles' },
    });
    expect(neighboursOf(inOrder, 'index').previous).toBeNull();
  });

  it('are a tree after whatever is done to them', () => {
    const pick = (pages: PlacedPage[], at: number): string | null =>
      at % 5 === 0 ? null : (pages[at % pages.length]?.path ?? null);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(50), fc.nat(50), fc.nat(50)), { maxLength: 25 }), (steps) => {
        let pages = START;
        for (const [kind, a, b, c] of steps) {
          const to = { parentPath: pick(pages, a), after: pick(pages, b) };
          const path = pick(pages, c) ?? 'index';
          const next =
            kind === 0
              ? withPage(pages, { id: `new ${pages.length} ${a} ${b} ${c} ${Math.random()}`, title: `T${c}` }, to)
              : kind === 1
                ? movedPage(pages, path, to)
                : withoutPage(pages, path);
          if (!(next instanceof Refusal)) pages = next;
        }
        const inOrder = readingOrder(pages);
        expect(inOrder).toHaveLength(pages.length);
        expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
        for (const { page, parentPath } of inOrder)
          expect(page.path).toBe(parentPath === null ? page.slug : `${parentPath}/${page.slug}`);
        for (const { id } of [{ id: null }, ...pages]) {
          const places = pages.filter(({ parentId }) => parentId === id).map(({ position }) => position);
          expect([...places].sort((one, other) => one - other)).toEqual(places.map((_, index) => index));
        }
      }),
    );
  });
});
