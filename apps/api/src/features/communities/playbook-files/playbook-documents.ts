import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { relativeTarget } from '@chapterhouse/domain/communities/folder-path';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { escapeHtml, safeHtml } from './safe-html.js';

/** A version as it is shown outside of the app. */
export interface ShownVersion {
  /** `A-5` */
  key: string;
  title: string;
  number: number;
  /** YYYY-MM-DD */
  publishedOn: string;
  pages: readonly VersionPage[];
}

/** Where a picture lies beside the document; null for none that is there. */
export type PictureAddress = (target: string) => string | null;

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; font: 1rem/1.6 system-ui, sans-serif; }
nav ul { list-style: none; padding-inline-start: 1rem; }
nav [aria-current] { font-weight: 600; }
img { max-width: 100%; height: auto; }
pre { overflow: auto; padding: 0.75rem; border: 1px solid; border-radius: 0.25rem; }
table { border-collapse: collapse; display: block; overflow: auto; }
td, th { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
footer, .turn { margin-block-start: 2rem; font-size: 0.875rem; }
.turn { display: flex; justify-content: space-between; gap: 1rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; background: #fff; }
  nav a, main a { color: inherit; }
  .page { break-before: page; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  pre, table, img, blockquote { break-inside: avoid; }
  pre { white-space: pre-wrap; }
}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing runs, nothing is fetched but pictures beside the document, nothing is sent. */
export const DOCUMENT_POLICY = `default-src 'none'; img-src 'self' data: file:; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The site's pages, by their file: HTML that needs nothing but itself and the pictures beside it. */
export function* sitePages(
  version: ShownVersion,
  pictureAt: PictureAddress,
): Generator<{ file: string; html: string }> {
  const { key, pages } = version;
  const files = siteFiles(pages);
  const contents = (from: string, path: string): string =>
    listOf(pages, (page) => {
      const address = relativeTarget(from, files.get(page.path) ?? '');
      return `<a href="${escapeHtml(address)}"${page.path === path ? ' aria-current="page"' : ''}>${escapeHtml(page.title)}</a>`;
    });
  for (const [place, page] of pages.entries()) {
    const file = files.get(page.path) ?? '';
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
    const turn = [
      ['Previous', pages[place - 1]],
      ['Next', pages[place + 1]],
    ] as const;
    const links = turn.map(([word, to]) =>
      to === undefined
        ? '<span></span>'
        : `<a href="${escapeHtml(relativeTarget(file, files.get(to.path) ?? ''))}">${word}: ${escapeHtml(to.title)}</a>`,
    );
    const html = documentOf(
      `${page.title} · ${version.title}`,
      `<nav aria-label="Pages"><p>${escapeHtml(version.title)}</p>${contents(file, page.path)}</nav>
<main><h1>${escapeHtml(page.title)}</h1>
${body}</main>
<div class="turn">${links.join('')}</div>
${footerOf(version)}`,
    );
    yield { file, html };
  }
}

/** All pages as one document, for paper. Long work: others get their turn after each page. */
export async function printDocument(version: ShownVersion, pictureAt: PictureAddress): Promise<string> {
  const { key, title, pages } = version;
  const places = new Map(pages.map(({ path }, place) => [path, `p${place + 1}-`]));
  const contents = listOf(pages, (page) => `<a href="#${places.get(page.path) ?? ''}">${escapeHtml(page.title)}</a>`);
  const sections: string[] = [];
  for (const [place, page] of pages.entries()) {
    await setImmediate();
    const anchor = places.get(page.path) ?? '';
    // The first page is often called as the whole: that stands above it already.
    const isTitled = place === 0 && page.title === title;
    const depth = Math.min(page.depth + 2, 6);
    const body = safeHtml(page.body, {
      link: (target) => {
        const [path, within] = pageOf(key, target);
        if (path === null) return /^(?:https?:|mailto:)/iu.test(target) ? target : null;
        const goal = places.get(path);
        return goal === undefined ? null : `#${goal}${within}`;
      },
      picture: pictureAt,
      deeperBy: isTitled ? 1 : page.depth + 2,
      anchorPrefix: anchor,
    });
    const heading = isTitled ? '' : `<h${depth}>${escapeHtml(page.title)}</h${depth}>\n`;
    sections.push(`<section class="page" id="${anchor}">${heading}${body}</section>`);
  }
  return documentOf(
    title,
    `<header><h1>${escapeHtml(title)}</h1>${footerOf(version)}</header>
<nav aria-label="Contents">${contents}</nav>
<main>
${sections.join('\n')}
</main>`,
  );
}

/** Of each page by its path: the first one is where a site begins. */
function siteFiles(pages: readonly VersionPage[]): Map<string, string> {
  return new Map(pages.map(({ path }, place) => [path, place === 0 ? 'index.html' : `pages/${path}.html`]));
}

/** `A-5/path#anchor` as path and anchor; no path for what is not of this artifact. */
function pageOf(key: string, target: string): [path: string | null, anchor: string] {
  const [address = '', anchor = ''] = target.split('#', 2);
  return address.startsWith(`${key}/`) ? [address.slice(key.length + 1), anchor] : [null, anchor];
}

/** A list within lists, as deep as the pages are. */
function listOf(pages: readonly VersionPage[], link: (page: VersionPage) => string): string {
  let html = '';
  let depth = -1;
  for (const page of pages) {
    if (page.depth > depth) html += '<ul>'.repeat(page.depth - depth);
    else html += `</li>${'</ul></li>'.repeat(depth - page.depth)}`;
    html += `<li>${link(page)}`;
    depth = page.depth;
  }
  return html + '</li></ul>'.repeat(depth + 1);
}

function footerOf({ key, number, publishedOn }: ShownVersion): string {
  return `<footer>${escapeHtml(key)}, version ${number}, published on ${escapeHtml(publishedOn)}</footer>`;
}

function documentOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(DOCUMENT_POLICY)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
