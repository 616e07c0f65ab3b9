import { type PlacedPage, readingOrder } from '@chapterhouse/domain/communities/page-order';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';

/** Pages of a draft as a version has them: in reading order, each with its depth. */
export function publishedPages(pages: readonly (PlacedPage & { body: string })[]): VersionPage[] {
  return readingOrder(pages).map(({ page, depth }, position) => ({
    id: page.id,
    parentId: page.parentId,
    path: page.path,
    title: page.title,
    depth,
    position,
    body: page.body,
  }));
}

/** Pages of a version as a draft has them: each with its place among those of its parent. */
export function draftPages(pages: readonly VersionPage[]): (PlacedPage & { body: string })[] {
  const next = new Map<string | null, number>();
  return [...pages]
    .sort((one, other) => one.position - other.position)
    .map(({ id, parentId, path, title, body }) => {
      const position = next.get(parentId) ?? 0;
      next.set(parentId, position + 1);
      return { id, parentId, slug: path.slice(path.lastIndexOf('/') + 1), path, title, position, body };
    });
}

/** As it is kept: without NUL and halves of characters, which PostgreSQL does not store, and with one kind of line end. */
export function pageText(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\r\n?/gu, '\n');
}
