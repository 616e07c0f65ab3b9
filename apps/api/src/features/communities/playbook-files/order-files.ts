import { type FolderOrder, playbookTree } from '@chapterhouse/domain/communities/playbook-tree';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { stringify } from 'yaml';
import type { PagePlace } from './export-pages.js';
import { readMkdocs, readPagesFile } from './nav-file.js';

/** A text that orders pages; from the top of the pages. */
export interface OrderFile {
  file: string;
  text: string;
}

/**
 * What has to be written so that the exported files stand in the order of the pages: `.pages` of the folders in which their
 * names, or what came with them, say otherwise.
 * @param places of the pages, by their id. @param written the files that go out, with their titles
 * @param kept the orders that came; `mkdocs` is the text of its file
 */
export function ordersToWrite(
  pages: readonly VersionPage[],
  places: ReadonlyMap<string, PagePlace>,
  written: readonly { file: string; title: string }[],
  kept: { orders: readonly OrderFile[]; mkdocs: string | null },
): OrderFile[] {
  const orders = new Map<string, FolderOrder>(kept.mkdocs === null ? [] : readMkdocs(kept.mkdocs).orders);
  for (const { file, text } of kept.orders)
    for (const [folder, order] of readPagesFile(folderOf(file), text).orders) orders.set(folder, order);
  const tree = playbookTree(written, orders);
  const nameThere = new Map(tree.map((page) => [page.path, page.folder ?? page.file ?? '']));
  const there = grouped(tree, ({ parentPath }) => (parentPath === null ? '' : (nameThere.get(parentPath) ?? '')));
  const exported = new Set(written.map(({ file }) => file));
  const here = grouped(
    pages.filter(({ id }) => {
      const place = places.get(id);
      return place !== undefined && (exported.has(place.file) || place.hasBelow);
    }),
    ({ parentId }) => (parentId === null ? '' : (places.get(parentId)?.folder ?? '')),
  );
  const result: OrderFile[] = [];
  for (const [folder, children] of here) {
    const wanted = children.flatMap(({ id }) => nameIn(folder, places.get(id)));
    const found = (there.get(folder) ?? []).flatMap(({ path }) => lastStep(nameThere.get(path) ?? ''));
    if (wanted.join('/') === found.filter((name) => wanted.includes(name)).join('/')) continue;
    const title = orders.get(folder)?.title ?? null;
    const text = stringify({ ...(title !== null && { title }), nav: wanted });
    result.push({ file: folder === '' ? '.pages' : `${folder}/.pages`, text });
  }
  return result;
}

/** As an order names it; the page of the folder itself needs no name. */
function nameIn(folder: string, place: PagePlace | undefined): string[] {
  if (place === undefined || place.folder === folder) return [];
  return [lastStep(place.hasBelow || isOwnPage(place.file) ? place.folder : place.file)];
}

function isOwnPage(file: string): boolean {
  return /(?:^|\/)(?:readme|index)\.(?:md|markdown)$/iu.test(file);
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
