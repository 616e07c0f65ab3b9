import { setImmediate } from 'node:timers/promises';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { escapeHtml, safeHtml } from './safe-html.js';
import { policyFor } from './site-style.js';

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
img { max-width: 100%; height: auto; }
pre { overflow: auto; padding: 0.75rem; border: 1px solid; border-radius: 0.25rem; }
table { border-collapse: collapse; display: block; overflow: auto; }
td, th { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
footer { margin-block-start: 2rem; font-size: 0.875rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; background: #fff; }
  nav a, main a { color: inherit; }
  .page { break-before: page; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  pre, table, img, blockquote { break-inside: avoid; }
  pre { white-space: pre-wrap; }
}
`;

/** Nothing runs, nothing is fetched but pictures beside the document, nothing is sent. */
export const DOCUMENT_POLICY = policyFor(STYLE);

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
  return documentOf({
    title,
    style: STYLE,
    policy: DOCUMENT_POLICY,
    body: `<header><h1>${escapeHtml(title)}</h1>${footerOf(version)}</header>
<nav aria-label="Contents">${contents}</nav>
<main>
${sections.join('\n')}
</main>`,
  });
}

/** `A-5/path#anchor` as path and anchor; no path for what is not of this artifact. */
export function pageOf(key: string, target: string): [path: string | null, anchor: string] {
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

/** A whole document; `body` is HTML, everything else words. */
export function documentOf({
  title,
  style,
  policy,
  body,
}: Record<'title' | 'style' | 'policy' | 'body', string>): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
