import { setImmediate } from 'node:timers/promises';
import { MOST_PAGES } from '@chapterhouse/domain/communities/page-order';
import { isElsewhere } from '@chapterhouse/domain/communities/folder-path';
import {
  type FolderFacts,
  folderFacts,
  followLink,
  LINK_FAULT_WORDS,
  type LinkFault,
  type LinkGoal,
  withEdits,
} from '@chapterhouse/domain/communities/playbook-links';
import { type FolderOrder, playbookTree, type TreePage } from '@chapterhouse/domain/communities/playbook-tree';
import { folderWords } from './folder-words.js';
import { readMkdocs, readPagesFile } from './nav-file.js';
import { type PageFile, readPageFile } from './page-file.js';
import type { PageLink } from './page-markdown.js';
import { type FolderFile, type Picture, sortFiles } from './sorted-files.js';

/** A folder of markdown as a playbook: what the import compares and writes. */
export interface ReadPlaybook {
  /** What its pages lie in. */
  folder: string;
  title: string;
  /** What it is about; empty when nothing is said. */
  summary: string;
  /** The earliest of its pages, YYYY-MM-DD; null when none says one. */
  reviewDueOn: string | null;
  /** Each behind its parent, as they are read. */
  pages: PlaybookPage[];
  pictures: Picture[];
  /** What is no page and goes out again as it came. */
  kept: { file: string; text: string }[];
  broken: BrokenAddress[];
  problems: { where: string; what: string }[];
  counts: PlaybookCounts;
}

export interface PlaybookPage extends TreePage {
  /** The file as it came; empty for a folder without a page. */
  text: string;
  read: PageFile | null;
  links: FollowedLink[];
}

export interface FollowedLink extends PageLink {
  goal: LinkGoal;
}

export interface BrokenAddress {
  file: string;
  line: number;
  target: string;
  isPicture: boolean;
  fault: LinkFault;
}

export interface PlaybookCounts {
  /** Pages with a file of their own. */
  pages: number;
  pictures: number;
  /** Addresses within the folder: links to files, and to headings of the same page; pictures in texts. */
  links: number;
  ownAnchors: number;
  shownPictures: number;
}

/** @param folder whose pages are taken; null: the one that they say, or that all lie in */
export async function readPlaybook(files: readonly FolderFile[], folder: string | null): Promise<ReadPlaybook> {
  const sorted = sortFiles(files, folder);
  const { problems, pictures } = sorted;
  const inGiven = (file: string): string => (sorted.folder === '' ? file : `${sorted.folder}/${file}`);
  const read = new Map<string, PageFile>();
  const texts = new Map(sorted.pages.slice(0, MOST_PAGES).map(({ file, text }) => [file, text]));
  if (sorted.pages.length > MOST_PAGES)
    problems.push({ where: 'files', what: `These are more than ${MOST_PAGES} pages: the rest is left out.` });
  for (const [file, text] of texts) {
    // Long work: others get their turn in between.
    await setImmediate();
    const page = readPageFile(text);
    read.set(file, page);
    for (const { line, what } of page.problems) problems.push({ where: `${inGiven(file)}:${line}`, what });
  }
  const orders = new Map<string, FolderOrder>();
  const mkdocs = sorted.mkdocs === null ? null : readMkdocs(sorted.mkdocs.text);
  for (const [place, order] of mkdocs?.orders ?? []) orders.set(place, order);
  for (const { line, what } of mkdocs?.problems ?? [])
    problems.push({ where: `${sorted.mkdocs?.path ?? ''}:${line}`, what });
  for (const { file, text } of sorted.orders) {
    await setImmediate();
    const nav = readPagesFile(file.split('/').slice(0, -1).join('/'), text);
    for (const [place, order] of nav.orders) orders.set(place, order);
    for (const { line, what } of nav.problems) problems.push({ where: `${inGiven(file)}:${line}`, what });
  }
  const tree = playbookTree(
    [...read].map(([file, { title }]) => ({ file, title })),
    orders,
  );
  const facts = factsOf(tree, read, pictures, sorted.files);
  const pages = tree.map((page) => withLinks(page, texts, read, facts));
  const reviews = [...read.values()].flatMap(({ reviewDueOn }) => reviewDueOn ?? []).sort();
  const broken = brokenIn(pages, facts, inGiven);
  const told = broken.map(({ file, line, target, isPicture, fault }) => ({
    where: `${file}:${line}`,
    what: `The ${isPicture ? 'picture' : 'link'} ${target.slice(0, 300)} is broken: ${LINK_FAULT_WORDS[fault]}.`,
  }));
  return {
    folder: sorted.folder,
    ...folderWords(mkdocs, pages[0]?.folder === '' ? pages[0] : null),
    reviewDueOn: reviews[0] ?? null,
    pages,
    pictures,
    kept: [
      ...sorted.orders,
      ...(sorted.mkdocs === null ? [] : [{ file: sorted.mkdocs.path, text: sorted.mkdocs.text }]),
    ],
    broken,
    // What somebody can mend comes first.
    problems: [...told, ...problems],
    counts: countsOf(pages, pictures),
  };
}

/**
 * The text of a page as it is kept here.
 * @param addressOf where a page or picture is here; null leaves the address as it is
 */
export function bodyHere({ read, links, path }: PlaybookPage, addressOf: (goal: LinkGoal) => string | null): string {
  if (read === null) return '';
  const edits = links.flatMap(({ goal, from, to, tag }) => {
    const isOwn = goal.to === 'PAGE' && goal.path === path;
    const address = isOwn ? (goal.anchor === null ? null : `#${goal.anchor}`) : addressOf(goal);
    if (address === null) return [];
    return {
      from,
      to,
      text: tag === null ? address : `![${tag.alt.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](${address})`,
    };
  });
  return withEdits(read.body, edits);
}

function factsOf(
  tree: readonly TreePage[],
  read: ReadonlyMap<string, PageFile>,
  pictures: readonly Picture[],
  files: ReadonlySet<string>,
): FolderFacts {
  const pages = new Map<string, { path: string; headings: string[]; named: string[] }>();
  const folders = new Map<string, string>();
  for (const { file, folder, path } of tree) {
    const page = file === null ? undefined : read.get(file);
    if (file !== null && page !== undefined) pages.set(file, { path, headings: page.headings, named: page.named });
    if (folder !== null) folders.set(folder, path);
  }
  return folderFacts({ pages, folders, pictures: new Set(pictures.map(({ file }) => file)), files });
}

function withLinks(
  page: TreePage,
  texts: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, PageFile>,
  facts: FolderFacts,
): PlaybookPage {
  const { file } = page;
  const own = file === null ? undefined : read.get(file);
  if (file === null || own === undefined) return { ...page, text: '', read: null, links: [] };
  const links = own.links.map((link) => ({ ...link, goal: followLink(link.target, file, facts).goal }));
  return { ...page, text: texts.get(file) ?? '', read: own, links };
}

function brokenIn(
  pages: readonly PlaybookPage[],
  facts: FolderFacts,
  inGiven: (file: string) => string,
): BrokenAddress[] {
  return pages.flatMap(({ file, links }) =>
    links.flatMap(({ target, line, isPicture }) => {
      const { fault } = followLink(target, file ?? '', facts);
      return fault === null ? [] : { file: inGiven(file ?? ''), line, target, isPicture, fault };
    }),
  );
}

function countsOf(pages: readonly PlaybookPage[], pictures: readonly Picture[]): PlaybookCounts {
  const links = pages.flatMap((page) => page.links);
  const inside = links.filter(({ target, isPicture }) => !isPicture && !isElsewhere(target));
  return {
    pages: pages.filter(({ file }) => file !== null).length,
    pictures: pictures.length,
    links: inside.filter(({ target }) => !target.startsWith('#')).length,
    ownAnchors: inside.filter(({ target }) => target.startsWith('#')).length,
    shownPictures: links.filter(({ isPicture }) => isPicture).length,
  };
}
