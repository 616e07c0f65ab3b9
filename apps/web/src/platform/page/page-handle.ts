import { useMatches } from 'react-router';

/**
 * `handle: { page: 'board' } satisfies PageHandle` on a route: addresses below it (a panel, a tab) are the same
 * page, so opening one moves neither focus nor scroll.
 */
export type PageHandle = { page: string };

const isPageHandle = (handle: unknown): handle is PageHandle =>
  typeof handle === 'object' && handle !== null && 'page' in handle && typeof handle.page === 'string';

/** Names the page that the present address belongs to. */
export function usePageId(): string {
  const matches = useMatches();
  const named = matches.findLast(({ handle }) => isPageHandle(handle));
  return (isPageHandle(named?.handle) ? named.handle.page : matches.at(-1)?.pathname) ?? '';
}
