import { Refusal } from '../refusal.js';
import { refuseArtifact } from './artifact-refusals.js';

/** A page in the tree of a draft. */
export interface PlacedPage {
  id: string;
  parentId: string | null;
  /** The last part of its path. */
  slug: string;
  path: string;
  title: string;
  /** Among those of its parent, from 0. */
  position: number;
}

/** A page as it is read: its place in the whole, and how deep. */
export interface OrderedPage<P extends PlacedPage = PlacedPage> {
  page: P;
  depth: number;
  parentPath: string | null;
}

export const MOST_PAGES = 2_000;
export const DEEPEST_PAGE = 10;

/** Every page behind its parent, in the order in which they are read. */
export function readingOrder<P extends PlacedPage>(pages: readonly P[]): OrderedPage<P>[] {
  const below = new Map<string | null, P[]>();
  for (const page of pages) below.set(page.parentId, [...(below.get(page.parentId) ?? []), page]);
  const walk = (parent: P | null, depth: number): OrderedPage<P>[] =>
    siblings(below.get(parent?.id ?? null) ?? []).flatMap((page) => [
      { page, depth, parentPath: parent?.path ?? null },
      ...walk(page, depth + 1),
    ]);
  return walk(null, 0);
}

/** Those that are read before and after the page; null at the ends. */
export function neighboursOf<P extends { path: string }>(
  inOrder: readonly P[],
  path: string,
): { previous: P | null; following: P | null } {
  const index = inOrder.findIndex((page) => page.path === path);
  if (index < 0) return { previous: null, following: null };
  return { previous: inOrder[index - 1] ?? null, following: inOrder[index + 1] ?? null };
}

/** Where a page is put; `after` is the path of a sibling, null: before all, undefined: behind all. */
export interface PagePlace {
  parentPath: string | null;
  after: string | null | undefined;
}

/** The tree with one page more. */
export function withPage(
  pages: readonly PlacedPage[],
  { id, title }: { id: string; title: string },
  { parentPath, after }: PagePlace,
): PlacedPage[] | Refusal {
  if (pages.length >= MOST_PAGES) return refuseArtifact('TOO_MANY_PAGES', { most: MOST_PAGES });
  const parent = parentPath === null ? null : pages.find(({ path }) => path === parentPath);
  if (parent === undefined) return refuseArtifact('PAGE_GONE', { path: parentPath ?? '' });
  const slug = freeSlug(pages, parent, slugOf(title), null);
  const page = { id, parentId: parent?.id ?? null, slug, path: pathIn(parent, slug), title, position: 0 };
  return shallowEnough(placed([...pages, page], page, after));
}

/** The tree with a page, and all below it, in another place. Its path is of the new place. */
export function movedPage(pages: readonly PlacedPage[], path: string, to: PagePlace): PlacedPage[] | Refusal {
  const page = pages.find((one) => one.path === path);
  const parent = to.parentPath === null ? null : pages.find((one) => one.path === to.parentPath);
  if (!page || parent === undefined) return refuseArtifact('PAGE_GONE', { path: page ? (to.parentPath ?? '') : path });
  if (parent !== null && (parent.id === page.id || isBelow(pages, parent, page)))
    return refuseArtifact('PAGE_IN_ITSELF', {});
  const slug =
    parent?.id === page.parentId || (!parent && page.parentId === null)
      ? page.slug
      : freeSlug(pages, parent, page.slug, page.id);
  const moved = { ...page, parentId: parent?.id ?? null, slug };
  const replaced = pages.map((one) => (one.id === page.id ? moved : one));
  return shallowEnough(pathed(placed(replaced, moved, to.after)));
}

/** The tree without a page and all below it. */
export function withoutPage(pages: readonly PlacedPage[], path: string): PlacedPage[] | Refusal {
  const page = pages.find((one) => one.path === path);
  if (!page) return refuseArtifact('PAGE_GONE', { path });
  const left = pages.filter((one) => one.id !== page.id && !isBelow(pages, one, page));
  return left.length === 0 ? refuseArtifact('LAST_PAGE', {}) : renumbered(left);
}

/** Characters of a title that an address is made of, at the most. */
const TITLE_READ = 300;

/** For an address: small letters and digits of any script, joined by hyphens. */
export function slugOf(title: string): string {
  const slug = title
    .slice(0, TITLE_READ)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/gu, '');
  const short = Array.from(slug)
    .slice(0, 60)
    .join('')
    .replaceAll(/[-.]+$/gu, '');
  return short === '' ? 'page' : short;
}

function siblings<P extends PlacedPage>(pages: readonly P[]): P[] {
  return [...pages].sort((one, other) => one.position - other.position || (one.path < other.path ? -1 : 1));
}

function isBelow(pages: readonly PlacedPage[], page: PlacedPage, ancestor: PlacedPage): boolean {
  const byId = new Map(pages.map((one) => [one.id, one]));
  let above = page.parentId;
  while (above !== null && above !== ancestor.id) above = byId.get(above)?.parentId ?? null;
  return above === ancestor.id;
}

function freeSlug(pages: readonly PlacedPage[], parent: PlacedPage | null, wanted: string, own: string | null): string {
  const taken = new Set(pages.flatMap(({ id, path }) => (id === own ? [] : [path])));
  let slug = wanted;
  for (let count = 2; taken.has(pathIn(parent, slug)); count += 1) slug = `${wanted}-${count}`;
  return slug;
}

function pathIn(parent: PlacedPage | null, slug: string): string {
  return parent === null ? slug : `${parent.path}/${slug}`;
}

/** The page among those of its parent, behind the one given. */
function placed(pages: PlacedPage[], page: PlacedPage, after: string | null | undefined): PlacedPage[] {
  const others = siblings(pages.filter(({ id, parentId }) => parentId === page.parentId && id !== page.id));
  const found = others.findIndex(({ path }) => path === after);
  const index = after === null ? 0 : found < 0 ? others.length : found + 1;
  const order = new Map([...others.slice(0, index), page, ...others.slice(index)].map(({ id }, place) => [id, place]));
  return renumbered(pages.map((one) => ({ ...one, position: order.get(one.id) ?? one.position })));
}

function renumbered(pages: readonly PlacedPage[]): PlacedPage[] {
  const next = new Map<string | null, number>();
  const positions = new Map(
    readingOrder(pages).map(({ page }) => {
      const position = next.get(page.parentId) ?? 0;
      next.set(page.parentId, position + 1);
      return [page.id, position];
    }),
  );
  return pages.map((page) => ({ ...page, position: positions.get(page.id) ?? page.position }));
}

/** Every path anew, from the parents down. */
function pathed(pages: readonly PlacedPage[]): PlacedPage[] {
  const paths = new Map<string, string>();
  for (const { page } of readingOrder(pages)) {
    const above = page.parentId === null ? undefined : paths.get(page.parentId);
    paths.set(page.id, above === undefined ? page.slug : `${above}/${page.slug}`);
  }
  return pages.map((page) => ({ ...page, path: paths.get(page.id) ?? page.path }));
}

function shallowEnough(pages: PlacedPage[]): PlacedPage[] | Refusal {
  return readingOrder(pages).some(({ depth }) => depth > DEEPEST_PAGE)
    ? refuseArtifact('PAGE_TOO_DEEP', { most: DEEPEST_PAGE })
    : pages;
}
