import type { PageLinePartsFragment } from '../../../generated/graphql';

/** `afterPath` null: before all others. */
export type PageMove = { toParentPath: string | null; afterPath: string | null };

const inOrder = (pages: readonly PageLinePartsFragment[], parentPath: string | null) =>
  pages.filter((page) => page.parentPath === parentPath).sort((one, other) => one.position - other.position);

/** One place up or down among the pages beside it; null at the end. */
export function neighbourMove(
  pages: readonly PageLinePartsFragment[],
  page: PageLinePartsFragment,
  by: -1 | 1,
): PageMove | null {
  const beside = inOrder(pages, page.parentPath);
  const index = beside.findIndex(({ path }) => path === page.path);
  if (beside[index + by] === undefined) return null;
  const after = by === 1 ? beside[index + 1] : beside[index - 2];
  return { toParentPath: page.parentPath, afterPath: after?.path ?? null };
}

/** A page and all below it: it cannot go there. */
export const isWithin = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`);

/** The last of the pages below a parent; null when there is none. */
export function lastBelow(
  pages: readonly PageLinePartsFragment[],
  parentPath: string | null,
  without: string,
): string | null {
  return inOrder(pages, parentPath).findLast(({ path }) => path !== without)?.path ?? null;
}
