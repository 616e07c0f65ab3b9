import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { MOST_IMAGE_BYTES } from '@chapterhouse/domain/files/image-limits';
import { type FolderFile, isOfPlaybook, readPlaybook, type ReadPlaybook } from '../../communities/public.js';
import { type ImportFile, MOST_FILE_BYTES, wholeOf } from '../import-file.js';
import { readZip } from './zip-entries.js';

export interface PlaybookFiles {
  read: ReadPlaybook;
  /** Names the folder: its zip, or what it was called on the way. */
  source: string;
}

/**
 * Reads a folder of markdown with its pictures, or a zip of one; what is not taken is told, each with its place.
 * @param folder within what was given; null: the one that the files say, or that all pages lie in
 */
export async function readPlaybookFiles(
  files: ImportFile[],
  folder: string | null,
  tally: ImportTally,
): Promise<PlaybookFiles> {
  const given: FolderFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const found = await filesOf(file, tally);
    bytes += found.reduce((sum, { content }) => sum + (content?.byteLength ?? 0), 0);
    if (bytes > MOST_BYTES) {
      tally.refuse('files', `These files are more than ${MOST_BYTES / 1024 / 1024} MiB together: nothing is read.`);
      given.length = 0;
      break;
    }
    given.push(...found);
  }
  const top = topOf(given);
  const read = await readPlaybook(
    given.map((file) => ({ ...file, path: file.path.slice(top.length) })),
    folder,
  );
  for (const { where, what } of read.problems) tally.problem(where, what);
  if (read.counts.pages === 0 && !tally.isRefused)
    tally.refuse('files', 'No page was found: give a folder of markdown files (.md), or its zip.');
  const zip = files.find(({ name }) => IS_ZIP.test(name));
  const name = zip === undefined ? top.replace(/\/$/u, '') : (zip.name.split('/').at(-1) ?? '').slice(0, -4);
  return { read, source: name.trim().slice(0, 200) || 'playbook' };
}

/** Of all files, once they are unpacked. */
const MOST_BYTES = 128 * 1024 * 1024;
const IS_ZIP = /\.zip$/iu;

async function filesOf(file: ImportFile, tally: ImportTally): Promise<FolderFile[]> {
  if (!IS_ZIP.test(file.name)) {
    const path = file.name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/u, '');
    if (file.isLink) return [{ path, content: null, isLink: true }];
    return [{ path, content: isOfPlaybook(path) ? await wholeOf(file, MOST_IMAGE_BYTES) : null }];
  }
  const zip = readZip(file.name, await wholeOf(file, MOST_FILE_BYTES), isOfPlaybook, MOST_IMAGE_BYTES, tally);
  const contents = new Map(zip.files.map(({ path, content }) => [path, content]));
  return zip.paths.map((path) => ({ path, content: contents.get(path) ?? null }));
}

/** The folder that everything lies in, as in the archives of a repository. */
function topOf(files: readonly FolderFile[]): string {
  const top = /^[^/]+\//u.exec(files[0]?.path ?? '')?.[0] ?? '';
  return files.every(({ path }) => path.startsWith(top)) ? top : '';
}
