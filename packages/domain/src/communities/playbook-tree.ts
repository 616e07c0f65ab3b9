import { slugOf } from './page-order.js';

/** A file of pages, as it was read. */
export interface TreeFile {
  /** From the top of the folder: `agile/roles.md`. */
  file: string;
  /** What the file itself calls its page; null when it does not. */
  title: string | null;
}

/** The order that somebody wrote for one folder. */
export interface FolderOrder {
  /** What the folder is called beside its page; null: by its page or its name. */
  title: string | null;
  /** Names within the folder, in their order; null stands for all others. */
  entries: (OrderEntry | null)[];
  isDescending: boolean;
}

export interface OrderEntry {
  /** A file or a folder within it. */
  name: string;
  title: string | null;
}

export interface TreePage {
  path: string;
  /** Null for a folder that has no page of its own: it has a title alone. */
  file: string | null;
  /** The folder that it stands for; null for all others. */
  folder: string | null;
  title: string;
  parentPath: string | null;
  depth: number;
  /** Among those of its parent, from 0. */
  position: number;
}

/** The page at the top, of a playbook and of everything that has only one. */
export const TOP_PAGE = 'index';

/** The order of the folders that have one, by their path; `''` is the top. */
export type FolderOrders = ReadonlyMap<string, FolderOrder>;

interface Folder {
  path: string;
  files: TreeFile[];
  folders: Folder[];
}

/**
 * The pages of a folder, each behind its parent, in the order in which they are read: as somebody wrote it, else by name. A
 * folder is a page: its `index.md` or `README.md`, or the file beside it that has its name, or a title alone.
 */
export function playbookTree(files: readonly TreeFile[], orders: FolderOrders): TreePage[] {
  return new TreeBuilder(orders).build(files);
}

class TreeBuilder {
  private readonly pages: TreePage[] = [];
  private readonly taken = new Set<string>();

  constructor(private readonly orders: FolderOrders) {}

  build(files: readonly TreeFile[]): TreePage[] {
    const top = folderOf('', files);
    const own = ownPageOf(top.files);
    if (own !== null) {
      this.taken.add(TOP_PAGE);
      const title = own.title ?? this.orders.get('')?.title ?? 'Start';
      this.pages.push({ path: TOP_PAGE, file: own.file, folder: '', title, parentPath: null, depth: 0, position: 0 });
    }
    this.inside(top, own, null, 0);
    return this.pages;
  }

  private inside(folder: Folder, own: TreeFile | null, parentPath: string | null, depth: number): void {
    let position = parentPath === null ? this.pages.length : 0;
    const entries = this.ordered(folder, own);
    for (const { file, below, title } of entries) {
      const page: TreePage = {
        path: this.pathOf(below?.path ?? (file?.file ?? '').replace(MARKDOWN, ''), parentPath),
        file: file?.file ?? null,
        folder: below?.path ?? null,
        title: file?.title ?? title ?? nameInWords(below?.path ?? file?.file ?? ''),
        parentPath,
        depth,
        position,
      };
      position += 1;
      this.pages.push(page);
      if (below !== null) this.inside(below, file, page.path, depth + 1);
    }
  }

  /** What lies in a folder: files, folders with their pages, in order. */
  private ordered(folder: Folder, own: TreeFile | null): Entry[] {
    const order = this.orders.get(folder.path);
    const files = folder.files.filter((file) => file !== own);
    const below = folder.folders.map((inner): Entry => {
      const page =
        ownPageOf(inner.files) ?? files.find(({ file }) => file.replace(MARKDOWN, '') === inner.path) ?? null;
      return { name: nameOf(inner.path), file: page, below: inner, title: this.orders.get(inner.path)?.title ?? null };
    });
    const shown = new Set(below.map(({ file }) => file));
    const all = [
      ...files
        .filter((file) => !shown.has(file))
        .map((file): Entry => ({ name: nameOf(file.file), file, below: null, title: null })),
      ...below,
    ].sort((one, other) => byName(one.name, other.name));
    return order === undefined ? all : arranged(order.isDescending ? all.toReversed() : all, order);
  }

  /** A second one of a path has a number. */
  private pathOf(file: string, parentPath: string | null): string {
    const base = `${parentPath === null ? '' : `${parentPath}/`}${slugOf(nameOf(file))}`;
    let path = base;
    for (let count = 2; this.taken.has(path); count += 1) path = `${base}-${count}`;
    this.taken.add(path);
    return path;
  }
}

interface Entry {
  name: string;
  file: TreeFile | null;
  below: Folder | null;
  title: string | null;
}

const MARKDOWN = /\.(?:md|markdown)$/iu;

function folderOf(path: string, files: readonly TreeFile[]): Folder {
  const start = path === '' ? 0 : path.length + 1;
  const own: TreeFile[] = [];
  const inner = new Map<string, TreeFile[]>();
  for (const file of files) {
    const rest = file.file.slice(start);
    const end = rest.indexOf('/');
    if (end < 0) own.push(file);
    else inner.set(rest.slice(0, end), [...(inner.get(rest.slice(0, end)) ?? []), file]);
  }
  const folders = [...inner].map(([name, within]) => folderOf(path === '' ? name : `${path}/${name}`, within));
  return { path, files: own, folders };
}

/** `index.md` before `README.md`, in any letters. */
function ownPageOf(files: readonly TreeFile[]): TreeFile | null {
  const named = (name: string): TreeFile | undefined =>
    files.find(({ file }) => nameOf(file).toLowerCase().replace(MARKDOWN, '') === name);
  return named('index') ?? named('readme') ?? null;
}

function arranged(all: Entry[], { entries }: FolderOrder): Entry[] {
  const left = new Set(all);
  const take = ({ name, title }: OrderEntry): Entry[] => {
    const found = all.find(
      (entry) => left.has(entry) && (entry.name === name || entry.file?.file.endsWith(`/${name}`)),
    );
    if (found === undefined) return [];
    left.delete(found);
    return [{ ...found, title: title ?? found.title }];
  };
  const named = entries.map((entry) => (entry === null ? null : take(entry)));
  const rest = [...left];
  return named.includes(null) ? named.flatMap((one) => one ?? rest) : [...named.flatMap((one) => one ?? []), ...rest];
}

function byName(one: string, other: string): number {
  return NAMES.compare(one, other) || (one < other ? -1 : 1);
}
const NAMES = new Intl.Collator('en', { numeric: true });

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `agile-development` as `Agile development`. */
function nameInWords(path: string): string {
  const words = nameOf(path)
    .replace(MARKDOWN, '')
    .replaceAll(/[-_\s]+/gu, ' ')
    .trim();
  return words === '' ? 'Page' : words.charAt(0).toUpperCase() + words.slice(1);
}
