import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { readPageFile } from './page-file.js';
import type { SourcePage } from './playbook-sources.repository.js';
import { writePage } from './write-page.js';

/** A page's file as it goes out; from the top of the pages. */
export interface ExportedPage {
  file: string;
  title: string;
  text: string;
}

/**
 * The files of a playbook's pages: those that nobody touched as they came, byte by byte, the others as close to that as what
 * was changed allows, those that were made here where their place in the tree is.
 * @param key `A-5`. @param pictureFile where an image of the folder lies; null for all others
 */
export function exportPages(
  pages: readonly VersionPage[],
  sources: readonly SourcePage[],
  key: string,
  pictureFile: (target: string) => string | null,
): ExportedPage[] {
  const came = new Map(sources.map((source) => [source.id, source]));
  const files = pagePlaces(pages, sources);
  const byPath = new Map(pages.map(({ id, path }) => [`${key}/${path}`, files.get(id)?.file ?? null]));
  const fileOf = (target: string): string | null => byPath.get(target) ?? pictureFile(target);
  return pages.flatMap((page) => {
    const place = files.get(page.id);
    const source = came.get(page.id);
    const isTitleAlone = page.body === '' && (source === undefined ? place?.hasBelow : source.file === null);
    if (place === undefined || (isTitleAlone && (source === undefined || source.title === page.title))) return [];
    const { file } = place;
    if (source === undefined || source.file === null)
      return [
        {
          file,
          title: page.title,
          text: writePage({ file, title: page.title, body: page.body, imported: null }, fileOf),
        },
      ];
    const { head, titleAt } = readPageFile(source.text);
    const imported = {
      ...source,
      file: source.file,
      head,
      titleAt,
      addresses: new Map(Object.entries(source.addresses)),
    };
    return [
      { file, title: page.title, text: writePage({ file, title: page.title, body: page.body, imported }, fileOf) },
    ];
  });
}

/** Where a page's file lies. */
export interface PagePlace {
  file: string;
  /** Of what stands below it; empty for the top. */
  folder: string;
  hasBelow: boolean;
}

/** Of each page by its id. A page that stands where it came from has its file; one below it lies in its folder. */
export function pagePlaces(pages: readonly VersionPage[], sources: readonly SourcePage[]): Map<string, PagePlace> {
  const came = new Map(sources.map((source) => [source.id, source]));
  const places = new Map<string, PagePlace>();
  const above = new Set(pages.map(({ parentId }) => parentId));
  const taken = new Set<string>();
  for (const { id, parentId, path } of pages) {
    const source = came.get(id);
    const hasBelow = above.has(id);
    const file = source?.path === path ? source.file : null;
    const known = file === null ? (source?.path === path ? folderBelow(path, came) : null) : folderOf(file);
    const parent = parentId === null ? '' : (places.get(parentId)?.folder ?? '');
    const slug = path.slice(path.lastIndexOf('/') + 1);
    const folder = known ?? (path === 'index' ? '' : parent === '' ? slug : `${parent}/${slug}`);
    const page =
      folder === '' ? 'README.md' : hasBelow || source?.file === null ? `${folder}/README.md` : `${folder}.md`;
    let free = file ?? page;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = page.replace(/\.md$/u, `-${count}.md`);
    taken.add(free.toLowerCase());
    places.set(id, { file: free, folder, hasBelow });
  }
  return places;
}

/** `a/README.md` stands for `a`, and `a.md` for what lies in `a`, too. */
function folderOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const isFolder = /^(?:readme|index)\.(?:md|markdown)$/iu.test(name);
  return isFolder ? file.slice(0, Math.max(0, file.lastIndexOf('/'))) : file.replace(/\.(?:md|markdown)$/iu, '');
}

/** Of a folder without a page: as the files below it are written. */
function folderBelow(path: string, came: ReadonlyMap<string, SourcePage>): string | null {
  for (const source of came.values())
    if (source.file !== null && source.path.startsWith(`${path}/`))
      return source.file.split('/').slice(0, path.split('/').length).join('/');
  return null;
}
