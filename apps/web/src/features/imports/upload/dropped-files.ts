import { placed } from './chosen-file';

/** What was dropped: files, and folders with all their files, at their paths. */
export type Dropped = { files: File[]; ofFolders: File[]; hasFolders: boolean };

/** Deeper ones, and more files, are not what people mean to import. */
const DEEPEST = 30;
const MOST = 20_000;
/** What lies in them is never a part of an import. */
const NOT_OF_PEOPLE = /^(?:\.|__MACOSX$|node_modules$)/u;

/** Looks into folders: browsers give a dropped folder as an entry, which only they read. To be called in the event itself. */
export function droppedFiles({ items, files }: DataTransfer): Promise<Dropped> {
  // Both are empty once the event is over.
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  const folders = entries.filter(isFolder);
  const plain = [...files];
  return folders.length === 0
    ? Promise.resolve({ files: plain, ofFolders: [], hasFolders: false })
    : filesOf(entries, folders);
}

async function filesOf(
  entries: readonly FileSystemEntry[],
  folders: readonly FileSystemDirectoryEntry[],
): Promise<Dropped> {
  const ofFolders: File[] = [];
  for (const folder of folders) await walk(folder, folder.name, 0, ofFolders);
  const files = await Promise.all(entries.filter(isFile).map(fileOf));
  return { files, ofFolders, hasFolders: true };
}

async function walk(folder: FileSystemDirectoryEntry, path: string, depth: number, found: File[]): Promise<void> {
  if (depth > DEEPEST) return;
  for (const entry of await entriesOf(folder)) {
    if (found.length >= MOST) return;
    const at = `${path}/${entry.name}`;
    if (isFile(entry)) found.push(placed(await fileOf(entry), at));
    else if (isFolder(entry) && !NOT_OF_PEOPLE.test(entry.name)) await walk(entry, at, depth + 1, found);
  }
}

/** They come in parts, until a part is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all;
    all.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
