import type { PageLinePartsFragment } from '../../../generated/graphql';

export type TreeBranch = { page: PageLinePartsFragment; below: TreeBranch[] };

/** The pages of a playbook below one another, in their order. A page whose parent is not there stands at the top. */
export function branchesOf(pages: readonly PageLinePartsFragment[]): TreeBranch[] {
  const byPath = new Map(pages.map((page): [string, TreeBranch] => [page.path, { page, below: [] }]));
  const top: TreeBranch[] = [];
  for (const branch of byPath.values()) {
    const { parentPath } = branch.page;
    const parent = parentPath === null ? undefined : byPath.get(parentPath);
    (parent?.below ?? top).push(branch);
  }
  const sort = (branches: TreeBranch[]): TreeBranch[] => {
    branches.sort((one, other) => one.page.position - other.page.position);
    for (const { below } of branches) sort(below);
    return branches;
  };
  return sort(top);
}

/** The pages on the way down to one, itself last. */
export function pathTo(pages: readonly PageLinePartsFragment[], path: string): PageLinePartsFragment[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const way: PageLinePartsFragment[] = [];
  let page = byPath.get(path);
  while (page && !way.includes(page)) {
    way.unshift(page);
    page = page.parentPath === null ? undefined : byPath.get(page.parentPath);
  }
  return way;
}
