import { PAGE_BODY_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import { DEEPEST_PAGE } from '@chapterhouse/domain/communities/page-order';
import { imageFacts, type ImageFacts } from '@chapterhouse/domain/files/image-facts';
import { MOST_IMAGE_BYTES, MOST_IMAGE_PIXELS } from '@chapterhouse/domain/files/image-limits';
import { readMkdocs } from './nav-file.js';

/** A file as somebody gives it; `/` between folders. */
export interface FolderFile {
  path: string;
  /** Null for one that is there and was not read. */
  content: Uint8Array | null;
  /** It only names another file or folder. */
  isLink?: boolean;
}

export interface Picture extends ImageFacts {
  file: string;
  content: Uint8Array;
}

/** Files of a folder by what they are for; paths from the top of the pages. */
export interface SortedFiles {
  /** What everything lies in; empty when that is the top. */
  folder: string;
  pages: { file: string; text: string }[];
  pictures: Picture[];
  /** What orders the pages: `.pages` of each folder. */
  orders: { file: string; text: string }[];
  /** Beside the pages or above them; null when there is none. */
  mkdocs: { path: string; text: string } | null;
  /** Of every file within the folder, taken or not. */
  files: Set<string>;
  problems: { where: string; what: string }[];
}

/** Of a page or an order; what a page may have in characters, whatever they take. */
export const MOST_TEXT_BYTES = 4 * PAGE_BODY_LIMIT;
const IS_PAGE = /\.(?:md|markdown)$/iu;
const IS_PICTURE = /\.(?:png|jpe?g|gif|webp)$/iu;
const IS_MKDOCS = /(?:^|\/)mkdocs\.ya?ml$/iu;
/** What tools keep for themselves. */
const OF_TOOLS = /(?:^|\/)(?:\.(?!pages$)[^/]+|__MACOSX|node_modules|Thumbs\.db)(?:\/|$)/u;

/** What a file is worth unpacking for. */
export function isOfPlaybook(path: string): boolean {
  return !OF_TOOLS.test(path) && (IS_PAGE.test(path) || IS_PICTURE.test(path) || IS_MKDOCS.test(path) || isOrder(path));
}

/**
 * @param wanted the folder whose pages are taken; null: what `mkdocs.yml` says, else the one that all pages lie in
 */
export function sortFiles(given: readonly FolderFile[], wanted: string | null): SortedFiles {
  const problems: SortedFiles['problems'] = [];
  const tools = given.filter(({ path }) => OF_TOOLS.test(path));
  if (tools.length > 0)
    problems.push({
      where: tools[0]?.path ?? '',
      what: `${tools.length === 1 ? 'This file is' : `${tools.length} files like this are`} of tools, not of the playbook: left out.`,
    });
  const all = given.filter(({ path }) => !OF_TOOLS.test(path));
  const mkdocs = mkdocsOf(all, problems);
  const folder = wanted ?? topOf(all, mkdocs);
  const result: SortedFiles = { folder, pages: [], pictures: [], orders: [], mkdocs, files: new Set(), problems };
  for (const { path, content, isLink } of all) {
    if (folder !== '' && !path.startsWith(`${folder}/`)) {
      if (path !== mkdocs?.path) problems.push({ where: path, what: 'This file lies outside of the pages: left out.' });
      continue;
    }
    const file = folder === '' ? path : path.slice(folder.length + 1);
    result.files.add(file);
    if (file.split('/').length > DEEPEST_PAGE)
      problems.push({ where: path, what: `This file lies in more than ${DEEPEST_PAGE - 1} folders: left out.` });
    else if (isLink)
      problems.push({
        where: path,
        what: 'This is a link to another file or folder: links are not followed, left out.',
      });
    else if (path !== mkdocs?.path) take(file, path, content, result);
  }
  return result;
}

function take(file: string, path: string, content: Uint8Array | null, result: SortedFiles): void {
  // Whoever did not read what could be taken said why.
  if (content === null && isOfPlaybook(path)) return;
  const leave = (what: string): void => void result.problems.push({ where: path, what });
  if (content !== null && IS_PICTURE.test(file)) {
    const facts = imageFacts(content);
    const fault = facts === null ? 'This is no picture, whatever it is called: left out.' : faultOf(facts, content);
    if (facts === null || fault !== null) leave(fault ?? '');
    else result.pictures.push({ file, content, ...facts });
  } else if (content !== null && (IS_PAGE.test(file) || isOrder(file))) {
    const text = content.byteLength > MOST_TEXT_BYTES ? null : decoded(content);
    if (content.byteLength > MOST_TEXT_BYTES || (text?.length ?? 0) > PAGE_BODY_LIMIT)
      leave(`This file is longer than ${PAGE_BODY_LIMIT.toLocaleString('en')} characters: left out.`);
    else if (text === null) leave('This file cannot be read as text in UTF-8: left out.');
    else {
      if (text.includes('\u0000')) leave('This file holds zero bytes: they are left out.');
      (isOrder(file) ? result.orders : result.pages).push({ file, text: text.replaceAll('\u0000', '') });
    }
  } else if (/\.svgz?$/iu.test(file)) leave('An SVG can hold scripts: left out. Save it as PNG.');
  else leave('This is neither a page nor a picture: left out.');
}

function faultOf({ width, height }: ImageFacts, { byteLength }: Uint8Array): string | null {
  if (byteLength > MOST_IMAGE_BYTES)
    return `This picture is larger than ${MOST_IMAGE_BYTES / 1024 / 1024} MB: left out. Save it smaller.`;
  if (width === 0 || height === 0) return 'This picture is damaged: left out.';
  return width * height > MOST_IMAGE_PIXELS
    ? `This picture has more than ${MOST_IMAGE_PIXELS / 1_000_000} million pixels: left out. Make it smaller.`
    : null;
}

function mkdocsOf(files: readonly FolderFile[], problems: SortedFiles['problems']): SortedFiles['mkdocs'] {
  const [found] = files
    .filter(({ path }) => IS_MKDOCS.test(path))
    .sort((one, other) => one.path.split('/').length - other.path.split('/').length);
  if (found === undefined || found.content === null) return null;
  const text = found.content.byteLength > MOST_TEXT_BYTES ? null : decoded(found.content);
  if (text === null) problems.push({ where: found.path, what: 'This file cannot be read: its order is not taken.' });
  return text === null ? null : { path: found.path, text };
}

function topOf(files: readonly FolderFile[], mkdocs: SortedFiles['mkdocs']): string {
  const pages = files.filter(({ path }) => IS_PAGE.test(path)).map(({ path }) => path);
  if (mkdocs !== null) {
    const beside = mkdocs.path.split('/').slice(0, -1);
    const docs = [...beside, readMkdocs(mkdocs.text).docsFolder].join('/');
    if (pages.some((path) => path.startsWith(`${docs}/`))) return docs;
  }
  const [first = '', ...others] = pages;
  const steps = first.split('/').slice(0, -1);
  while (steps.length > 0 && !others.every((path) => path.startsWith(`${steps.join('/')}/`))) steps.pop();
  return steps.join('/');
}

function isOrder(path: string): boolean {
  return /(?:^|\/)\.pages$/u.test(path);
}

function decoded(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return null;
  }
}
