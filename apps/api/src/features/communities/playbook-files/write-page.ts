import { relativeTarget, targetFrom } from '@chapterhouse/domain/communities/folder-path';
import { type LinkGoal, withEdits } from '@chapterhouse/domain/communities/playbook-links';
import { parseDocument } from 'yaml';
import { readPageMarkdown } from './page-markdown.js';
import type { PlaybookPage } from './read-playbook.js';

/** What is remembered of a page's file: enough to write it again as it was. */
export interface ImportedPage {
  file: string;
  /** As it came, byte order mark, line ends and all. */
  text: string;
  head: string;
  titleAt: { from: number; to: number } | null;
  /** As the import made them: while they are so, the file is as it came. */
  title: string;
  body: string;
  /** How the file writes an address that is ours now. */
  addresses: ReadonlyMap<string, string>;
}

/** How a file writes the addresses that `bodyHere` makes ours; of several ways the first. */
export function addressesOf(page: PlaybookPage, addressOf: (goal: LinkGoal) => string | null): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const { goal, from, to, tag } of page.links) {
    const address = tag === null ? addressOf(goal) : null;
    if (address !== null && !addresses.has(address)) addresses.set(address, page.read?.body.slice(from, to) ?? '');
  }
  return addresses;
}

/** A page as it goes out. */
export interface PageToWrite {
  /** Where it goes. */
  file: string;
  title: string;
  body: string;
  /** Null for a page that was made here. */
  imported: ImportedPage | null;
}

/**
 * The file of a page. Untouched it is the file that came, byte by byte; else front matter, line ends and addresses stay as
 * they were written as far as they still say the same.
 * @param fileOf the file of an address that is ours: a page or picture of this playbook; null for all others
 */
export function writePage(page: PageToWrite, fileOf: (target: string) => string | null): string {
  const { imported, title, body, file } = page;
  const isWhereItWas = imported !== null && imported.file === file;
  if (isWhereItWas && imported.title === title && imported.body === body) return imported.text;
  const words = withFileAddresses(body, file, isWhereItWas ? imported.addresses : new Map(), fileOf);
  const text = imported === null ? `# ${escapedTitle(title)}\n\n${words}` : headOf(imported, title) + words;
  const isWindows = imported !== null && /\r\n/u.test(imported.text) && !/(?<!\r)\n/u.test(imported.text);
  const mark = imported?.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + (isWindows ? text.replaceAll('\n', '\r\n') : text);
}

function withFileAddresses(
  body: string,
  file: string,
  known: ReadonlyMap<string, string>,
  fileOf: (target: string) => string | null,
): string {
  const edits = (readPageMarkdown(body)?.links ?? []).flatMap(({ target, from, to, tag }) => {
    if (tag !== null) return [];
    const before = known.get(target);
    const [address = '', anchor] = target.split('#', 2);
    const goal = fileOf(address);
    if (before !== undefined && (goal === null || leadsTo(before, file, goal))) return [{ from, to, text: before }];
    if (goal === null) return [];
    return [{ from, to, text: relativeTarget(file, goal) + (anchor === undefined ? '' : `#${anchor}`) }];
  });
  return withEdits(body, edits);
}

/** As it was written it may name the folder, or leave the ending out. */
function leadsTo(address: string, from: string, file: string): boolean {
  const { path } = targetFrom(from, address);
  if (path === null) return false;
  return path === file || `${path}.md` === file || (path === '' ? !file.includes('/') : file.startsWith(`${path}/`));
}

/** Front matter and title; a title that was changed here takes the place of the one that the file has. */
function headOf({ head, titleAt, title: before }: ImportedPage, title: string): string {
  if (title === before) return head;
  const isField = /^---[ \t]*\n.*?^["']?title["']?[ \t]*:/msu.test(head);
  const withHeading =
    titleAt === null ? head : `${head.slice(0, titleAt.from)}# ${escapedTitle(title)}${head.slice(titleAt.to)}`;
  if (isField) return withTitleField(withHeading, title);
  return titleAt === null ? `${head}# ${escapedTitle(title)}\n\n` : withHeading;
}

function withTitleField(head: string, title: string): string {
  const found = /^(---[ \t]*\n)(.*?)((?:^|\n)---[ \t]*(?:\n|$))/su.exec(head);
  if (found === null) return head;
  const [whole, open = '', yaml = '', close = ''] = found;
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'error' });
  document.set('title', title);
  const text = document.toString({ lineWidth: 0 }).replace(/\n$/u, '');
  return `${open}${text}${close}${head.slice(whole.length)}`;
}

/** In one line, and nothing but words. */
function escapedTitle(title: string): string {
  return title.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>]|#(?=\s*$)/gu, String.raw`\$&`);
}
