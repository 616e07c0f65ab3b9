import { classNames } from '@chapterhouse/ui/class-names';
import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { PageLinePartsFragment } from '../../../generated/graphql';
import { branchesOf, pathTo, type TreeBranch } from './page-tree';
import './tree-nav.css';

export type TreeNavProps = {
  label: string;
  pages: readonly PageLinePartsFragment[];
  /** The page that is open. */
  path: string;
  to: (path: string) => string;
  /** Behind a page's title: what changed about it, what can be done with it. */
  beside?: ((page: PageLinePartsFragment) => React.ReactNode) | undefined;
};

/** Whether the tree stands beside the page, not above it. */
export const isWide = (): boolean => window.matchMedia?.('(min-width: 60rem)').matches ?? true;

/** The pages of a playbook as a tree; what leads to the open page is unfolded. */
export function TreeNav({ label, pages, path, to, beside }: TreeNavProps) {
  const branches = useMemo(() => branchesOf(pages), [pages]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const way = useMemo(() => new Set(pathTo(pages, path).map((page) => page.path)), [pages, path]);
  const toggle = (of: string) =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(of)) next.add(of);
      return next;
    });
  // A long tree is scrolled to the page that was opened from elsewhere.
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    for (const link of list.current?.querySelectorAll('a') ?? []) {
      if (link.dataset['path'] === path) link.scrollIntoView?.({ block: 'nearest' });
    }
  }, [path]);

  const draw = (branch: TreeBranch) => {
    const { page, below } = branch;
    // What leads to the open page begins unfolded, everything else folded; a press turns it around.
    const unfolded = way.has(page.path) !== toggled.has(page.path);
    return (
      <li key={page.id}>
        <div className={classNames('tree-nav__line', page.path === path && 'tree-nav__line--open')}>
          {below.length > 0 ? (
            <button
              type="button"
              className="tree-nav__fold"
              aria-expanded={unfolded}
              aria-label={`Pages below ${page.title}`}
              onClick={() => toggle(page.path)}
            >
              <ChevronRight aria-hidden />
            </button>
          ) : (
            <span className="tree-nav__fold" aria-hidden />
          )}
          <Link
            className="tree-nav__link"
            to={to(page.path)}
            data-path={page.path}
            {...(page.path === path ? { 'aria-current': 'page' as const } : {})}
          >
            {page.title}
          </Link>
          {beside?.(page)}
        </div>
        {below.length > 0 && unfolded && <ul className="tree-nav__list">{below.map(draw)}</ul>}
      </li>
    );
  };
  return (
    <nav className="tree-nav" aria-label={label}>
      <ul ref={list} className="tree-nav__list">
        {branches.map(draw)}
      </ul>
    </nav>
  );
}
