import { relativeTarget } from '@chapterhouse/domain/communities/folder-path';
import { TOP_PAGE } from '@chapterhouse/domain/communities/playbook-tree';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { documentOf, pageOf, type PictureAddress, type ShownVersion } from './playbook-documents.js';
import { escapeHtml, safeHtml } from './safe-html.js';
import { SITE_POLICY, SITE_STYLE } from './site-style.js';

const START = 'index.html';

interface Branch {
  page: VersionPage;
  below: Branch[];
}

/**
 * The site's pages, by their file: HTML that needs nothing but itself and the pictures beside it, wherever it lies. It starts
 * with the page at the top; where there is none, with what all pages are.
 */
export function* sitePages(
  version: ShownVersion,
  pictureAt: PictureAddress,
): Generator<{ file: string; html: string }> {
  const { key, pages, title } = version;
  const files = siteFiles(pages);
  const branches = branchesOf(pages);
  const fileOf = ({ path }: VersionPage): string => files.get(path) ?? START;
  const above = new Map<VersionPage, VersionPage[]>();
  for (const branch of branches) noteAbove(branch, [], above);
  if (![...files.values()].includes(START)) {
    const tree = treeOf(branches, START, fileOf, null, []);
    const words = `<h1>${escapeHtml(title)}</h1>\n<p class="said">${pages.length} pages.</p>\n${tree}`;
    const turn = turnOf(START, undefined, pages[0], fileOf);
    yield { file: START, html: siteDocument(version, { file: START, name: title, tree: '', words, turn }) };
  }
  for (const [place, page] of pages.entries()) {
    const file = fileOf(page);
    const body = safeHtml(page.body, {
      link: (target) => {
        const [path, anchor] = pageOf(key, target);
        if (path === null) return /^(?:https?:|mailto:)/iu.test(target) ? target : null;
        const goal = files.get(path);
        return goal === undefined ? null : relativeTarget(file, goal) + (anchor === '' ? '' : `#${anchor}`);
      },
      picture: (target) => {
        const picture = pictureAt(target);
        return picture === null ? null : relativeTarget(file, picture);
      },
      deeperBy: 1,
      anchorPrefix: '',
    });
    const parents = above.get(page) ?? [];
    const trail = parents.map((parent) => linkTo(file, fileOf(parent), parent.title)).join(' › ');
    const words = `${trail === '' ? '' : `<p class="trail">${trail}</p>\n`}<h1>${escapeHtml(page.title)}</h1>\n${body}`;
    const tree = pages.length === 1 ? '' : treeOf(branches, file, fileOf, page, parents);
    const turn = turnOf(file, pages[place - 1], pages[place + 1], fileOf);
    yield { file, html: siteDocument(version, { file, name: page.title, tree, words, turn }) };
  }
}

/** Of each page by its path. What stands at the top, or alone, is where the site begins. */
function siteFiles(pages: readonly VersionPage[]): Map<string, string> {
  const isStart = (path: string, place: number): boolean => place === 0 && (path === TOP_PAGE || pages.length === 1);
  return new Map(pages.map(({ path }, place) => [path, isStart(path, place) ? START : `pages/${path}.html`]));
}

function branchesOf(pages: readonly VersionPage[]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const page of pages) {
    const branch: Branch = { page, below: [] };
    open.length = Math.min(open.length, page.depth);
    (open.at(-1)?.below ?? top).push(branch);
    open.push(branch);
  }
  return top;
}

function noteAbove({ page, below }: Branch, parents: VersionPage[], above: Map<VersionPage, VersionPage[]>): void {
  above.set(page, parents);
  for (const branch of below) noteAbove(branch, [...parents, page], above);
}

/** Folded but for the branches in which the page stands. */
function treeOf(
  branches: readonly Branch[],
  from: string,
  fileOf: (page: VersionPage) => string,
  current: VersionPage | null,
  parents: readonly VersionPage[],
): string {
  const items = (some: readonly Branch[]): string =>
    some
      .map(({ page, below }) => {
        const link = linkTo(from, fileOf(page), page.title, page === current);
        if (below.length === 0) return `<li>${link}</li>`;
        const isOpen = page === current || parents.includes(page);
        const summary = `<summary><span>Below ${escapeHtml(page.title)}</span></summary>`;
        return `<li>${link}<details${isOpen ? ' open' : ''}>${summary}<ul>${items(below)}</ul></details></li>`;
      })
      .join('');
  return `<ul class="tree">${items(branches)}</ul>`;
}

function turnOf(
  from: string,
  previous: VersionPage | undefined,
  next: VersionPage | undefined,
  fileOf: (page: VersionPage) => string,
): string {
  const link = (rel: string, word: string, to: VersionPage | undefined): string =>
    to === undefined
      ? ''
      : `<a rel="${rel}" href="${escapeHtml(relativeTarget(from, fileOf(to)))}"><small>${word}</small>${escapeHtml(to.title)}</a>`;
  const links = link('prev', 'Previous', previous) + link('next', 'Next', next);
  return links === '' ? '' : `\n<nav class="turn" aria-label="Previous and next">${links}</nav>`;
}

function linkTo(from: string, to: string, title: string, isCurrent = false): string {
  const current = isCurrent ? ' aria-current="page"' : '';
  return `<a href="${escapeHtml(relativeTarget(from, to))}"${current}>${escapeHtml(title)}</a>`;
}

function siteDocument(
  { key, title, number, publishedOn }: ShownVersion,
  { file, name, tree, words, turn }: Record<'file' | 'name' | 'tree' | 'words' | 'turn', string>,
): string {
  const nav = `<details class="pages"><summary>Pages</summary><nav aria-label="Pages">${tree}</nav></details>\n`;
  const about = `${escapeHtml(key)}, version ${number}, published on ${escapeHtml(publishedOn)}`;
  return documentOf({
    title: name === title ? title : `${name} · ${title}`,
    style: SITE_STYLE,
    policy: SITE_POLICY,
    body: `<a class="skip" href="#text">Skip to the text</a>
<header class="top">${linkTo(file, START, title)}<span>${about}</span></header>
<div${tree === '' ? '' : ' class="site"'}>
${tree === '' ? '' : nav}<main class="text" id="text" tabindex="-1">
${words}${turn}</main>
</div>`,
  });
}
