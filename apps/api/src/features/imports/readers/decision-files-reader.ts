import { setImmediate } from 'node:timers/promises';
import type { AdrDocument } from '@chapterhouse/domain/decisions/adr-document';
import { type EarlierImports, ReferencesBeyondFiles } from '@chapterhouse/domain/imports/earlier-decisions';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { readAdr, readKep, type ReadAdr } from '../../decisions/public.js';
import { wholeOf, MOST_FILE_BYTES, type ImportFile } from '../import-file.js';
import { readZip } from './zip-entries.js';

/** Bytes of one decision; the longest that are known have 60 kB. */
const MOST_BYTES = 256 * 1024;
const MOST_DECISIONS = 20_000;
const IS_ADR = /\.(?:md|markdown)$/iu;
const IS_KEP = /(?:^|\/)kep\.ya?ml$/iu;
const IS_YAML = /\.ya?ml$/iu;

export type DecisionFormat = 'ADR' | 'KEP';

export interface DecisionFiles {
  documents: AdrDocument[];
  /** Of all that there is beside them, too. */
  paths: string[];
  /** Names the files, as far as they do: the name of their zip. */
  source: string;
}

interface Text {
  path: string;
  content: Uint8Array;
}

/** Reads files, and zips of files, of one format; what cannot be read is told, each with its line. */
export async function readDecisionFiles(
  files: ImportFile[],
  format: DecisionFormat,
  today: string,
  tally: ImportTally,
): Promise<DecisionFiles> {
  const texts: Text[] = [];
  const paths: string[] = [];
  for (const file of files) await gather(file, format, texts, paths, tally);
  const documents: AdrDocument[] = [];
  for (const [place, text] of texts.entries()) {
    // Long work: others get their turn in between.
    if (place % 20 === 19) await setImmediate();
    const read = readText(text, format, today, tally);
    for (const { line, what } of read?.problems ?? []) tally.problem(`${text.path}:${line}`, what);
    if (read?.document) documents.push(read.document);
  }
  if (documents.length > MOST_DECISIONS)
    tally.refuse('files', `These are more than ${MOST_DECISIONS} decisions: import them in parts.`);
  else if (documents.length === 0 && !tally.isRefused)
    tally.refuse('files', format === 'KEP' ? 'No kep.yaml was found.' : 'No decision record was found.');
  const first = files[0]?.name.split('/').at(-1) ?? '';
  return {
    documents,
    paths,
    source: /\.zip$/iu.test(first) ? first.slice(0, -4).trim().slice(0, 200) || 'files' : 'files',
  };
}

async function gather(
  file: ImportFile,
  format: DecisionFormat,
  texts: Text[],
  paths: string[],
  tally: ImportTally,
): Promise<void> {
  if (/\.zip$/iu.test(file.name)) {
    const wanted = format === 'KEP' ? IS_KEP : IS_ADR;
    const bytes = await wholeOf(file, MOST_FILE_BYTES);
    const zip = readZip(file.name, bytes, (path) => wanted.test(path), MOST_BYTES, tally);
    const cut = topOf(zip.paths).length;
    texts.push(...zip.files.map(({ path, content }) => ({ path: path.slice(cut), content })));
    paths.push(...zip.paths.map((path) => path.slice(cut)));
    return;
  }
  const path = file.name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/u, '');
  paths.push(path);
  if (!(format === 'KEP' ? IS_YAML : IS_ADR).test(path)) {
    tally.problem(
      path,
      format === 'KEP' ? 'This is no kep.yaml: left out.' : 'This is no markdown file (.md): left out.',
    );
    return;
  }
  const content = await wholeOf(file, MOST_BYTES);
  if (content.byteLength > MOST_BYTES)
    tally.problem(path, `This file is larger than ${MOST_BYTES / 1024} KiB: left out.`);
  else texts.push({ path, content });
}

/** The folder that everything lies in, as in the archives of a repository. */
function topOf(paths: string[]): string {
  const top = /^[^/]+\//u.exec(paths[0] ?? '')?.[0] ?? '';
  return paths.every((path) => path.startsWith(top)) ? top : '';
}

function readText(
  { path, content }: Text,
  format: DecisionFormat,
  today: string,
  tally: ImportTally,
): ReadAdr | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return format === 'KEP' ? readKep(path, text, today) : readAdr(path, text, today);
  } catch {
    // Not UTF-8, or nested deeper than anybody writes.
    tally.problem(path, 'This file cannot be read as text in UTF-8: left out.');
    return undefined;
  }
}

/**
 * Links to files that are not there, and to files that stay behind, are told, unless what they name was imported before;
 * addresses of the web are not tried.
 */
export function checkLinks({ documents, paths }: DecisionFiles, earlier: EarlierImports, tally: ImportTally): void {
  const references = new ReferencesBeyondFiles(documents, earlier);
  const read = new Set(documents.map(({ path }) => path.toLowerCase()));
  const before = new Set(earlier.decisions.map(({ path }) => path.toLowerCase()));
  const all = new Set(paths.flatMap((path) => withFolders(path.toLowerCase())));
  for (const { path, targets, kept } of documents)
    for (const target of new Set(kept === null ? targets : [])) {
      if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/iu.test(target)) continue;
      const file = resolve(target, path);
      if (read.has(file) || before.has(file)) continue;
      const found = IS_ADR.test(file) ? references.find(target, path) : 'MISSING';
      if (all.has(file)) tally.problem(path, `The link to ${target} leads to a file that is not imported.`);
      else if (typeof found !== 'object' || found.isByNumber)
        tally.problem(path, `The link to ${target} leads nowhere: a broken link.`);
    }
}

/** `a/b/c.md`, `a/b`, `a`. */
function withFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, place) => parts.slice(0, place + 1).join('/'));
}

function resolve(target: string, from: string): string {
  const base = new URL(`file:///${from.split('/').map(encodeURIComponent).join('/')}`);
  try {
    return decodeURIComponent(new URL(target, base).pathname.slice(1)).replace(/\/$/u, '').toLowerCase();
  } catch {
    return target.toLowerCase();
  }
}
