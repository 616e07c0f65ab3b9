import { type PlacedPage, readingOrder } from './page-order.js';

/** A page as the folder has it, by the id that it has here. */
export interface ArrivingPage {
  id: string;
  path: string;
  title: string;
  parentPath: string | null;
  position: number;
}

export interface Arrangement {
  /** In reading order. */
  arriving: readonly ArrivingPage[];
  /** As they stand here now. */
  present: readonly PlacedPage[];
  /** Where the earlier import put them. */
  earlier: readonly { id: string; path: string; position: number }[];
  /** Those that go. */
  ended: ReadonlySet<string>;
}

/**
 * The tree after a newer folder came: as the folder has it, with what was made here behind; or, where somebody arranged pages
 * here, as it stands, with what is new behind the others of its parent.
 */
export function arrangedPages({ arriving, present, earlier, ended }: Arrangement): PlacedPage[] {
  const here = new Map(present.map((page) => [page.id, page]));
  const isArrangedHere = earlier.some(({ id, path, position }) => {
    const page = here.get(id);
    return page !== undefined && (page.path !== path || page.position !== position);
  });
  const left = readingOrder(present.filter(({ id }) => !ended.has(id)).map(freed(ended))).map(({ page }) => page);
  const idByPath = new Map(arriving.map(({ path, id }) => [path, id]));
  const coming = arriving.map(({ id, path, title, parentPath, position }): PlacedPage => {
    const slug = path.slice(path.lastIndexOf('/') + 1);
    return {
      id,
      slug,
      path,
      title,
      position,
      parentId: parentPath === null ? null : (idByPath.get(parentPath) ?? null),
    };
  });
  const titles = new Map(coming.map(({ id, title }) => [id, title]));
  const [first, then] = isArrangedHere
    ? [left.map((page) => ({ ...page, title: titles.get(page.id) ?? page.title })), coming]
    : [coming, left];
  return joined(first, then);
}

/** @param then in reading order; those of `first` are left out */
function joined(first: readonly PlacedPage[], then: readonly PlacedPage[]): PlacedPage[] {
  const all = new Map(first.map((page) => [page.id, page]));
  const paths = new Set(first.map(({ path }) => path));
  for (const page of then) {
    if (all.has(page.id)) continue;
    const parent = page.parentId === null ? undefined : all.get(page.parentId);
    const siblings = [...all.values()].filter(({ parentId }) => parentId === (parent?.id ?? null));
    const above = parent === undefined ? '' : `${parent.path}/`;
    let slug = page.slug;
    for (let count = 2; paths.has(above + slug); count += 1) slug = `${page.slug}-${count}`;
    paths.add(above + slug);
    const position = Math.max(-1, ...siblings.map((one) => one.position)) + 1;
    all.set(page.id, { ...page, slug, path: above + slug, parentId: parent?.id ?? null, position });
  }
  return [...all.values()];
}

/** A page whose parent goes stands at the top. */
function freed(ended: ReadonlySet<string>): (page: PlacedPage) => PlacedPage {
  return (page) => (page.parentId !== null && ended.has(page.parentId) ? { ...page, parentId: null } : page);
}
