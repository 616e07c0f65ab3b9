import { lineTooCostly } from '@chapterhouse/domain/communities/markdown-cost';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export type MarkdownRoot = ReturnType<typeof fromMarkdown>;
export type MarkdownNode = MarkdownRoot | MarkdownRoot['children'][number];

/** An address in a page. */
export interface PageLink {
  /** As it means: without escapes. */
  target: string;
  /** From 1. */
  line: number;
  /** Shown in place. */
  isPicture: boolean;
  /** Where the address stands in the text; of an HTML picture where the whole tag does. */
  from: number;
  to: number;
  /** Of a picture in HTML: what it says to those who do not see it. */
  tag: { alt: string } | null;
}

/** What of a page leads elsewhere, or is led to. */
export interface PageMarkdown {
  headings: string[];
  /** Anchors that it sets itself. */
  named: string[];
  links: PageLink[];
  /** The first heading, when it is of the first level and nothing but comments stands before it. */
  title: { text: string; from: number; to: number } | null;
  /** Lines of HTML that is not shown: neither comments, nor breaks, nor pictures. */
  html: number[];
}

/** Within `from` and `to` stands the address itself, as it is written. */
const places = new WeakMap<object, { from: number; to: number }>();
type Handles = NonNullable<Exclude<NonNullable<ReturnType<typeof gfmFromMarkdown>[number]>, unknown[]>['exit']>;
type Handle = NonNullable<Handles[string]>;
const takeAddress: Handle = function (token) {
  const url = this.resume();
  const node = this.stack.at(-1);
  if (node === undefined || !('url' in node)) return;
  node.url = url;
  places.set(node, { from: token.start.offset, to: token.end.offset });
};
const EXTENSIONS = {
  extensions: [gfm({ singleTilde: false })],
  mdastExtensions: [
    gfmFromMarkdown(),
    { exit: { resourceDestinationString: takeAddress, definitionDestinationString: takeAddress } },
  ],
};

/** The tree of a text of anybody, GitHub's additions included; null when it has more marks than can be read. */
export function markdownTree(source: string): MarkdownRoot | null {
  if (lineTooCostly(source) !== null) return null;
  try {
    return fromMarkdown(source, EXTENSIONS);
  } catch (error) {
    // Nested deeper than anybody writes.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What leads where in a page; null when it cannot be read. */
export function readPageMarkdown(source: string): PageMarkdown | null {
  const root = markdownTree(source);
  if (root === null) return null;
  const page: PageMarkdown = { headings: [], named: [], links: [], title: titleOf(root), html: [] };
  const walk = (node: MarkdownNode): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') takeHeading(node, page);
    else if (node.type === 'html') takeHtml(node.value, node.position?.start.offset ?? 0, line, page);
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      // An address that is a link by itself has no place of its own.
      const place = places.get(node);
      if (place !== undefined)
        page.links.push({ target: node.url, line, isPicture: node.type === 'image', ...place, tag: null });
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(root);
  return page;
}

/** The words of a node, pictures left out. */
export function plainText(node: MarkdownNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function titleOf(root: MarkdownRoot): PageMarkdown['title'] {
  const first = root.children.find((node) => node.type !== 'html' || !isComment(node.value));
  if (first?.type !== 'heading' || first.depth !== 1 || first.position === undefined) return null;
  const text = plainText(first).replaceAll(/\s+/gu, ' ').trim();
  const { start, end } = first.position;
  return text === '' ? null : { text, from: start.offset ?? 0, to: end.offset ?? 0 };
}

function takeHeading(heading: Extract<MarkdownNode, { type: 'heading' }>, page: PageMarkdown): void {
  const text = plainText(heading).replaceAll(/[\r\n]+/gu, ' ');
  const { words, id } = namedHeading(text);
  if (id !== null) page.named.push(id);
  page.headings.push(words);
}

/** `Title {#id}`: read from its end, in one go; a pattern for all of it would begin anew at each brace. */
function namedHeading(text: string): { words: string; id: string | null } {
  const end = text.trimEnd();
  const from = end.endsWith('}') ? end.lastIndexOf('{') : -1;
  const braces = from < 0 ? '' : end.slice(from);
  const id = braces.indexOf('}') === braces.length - 1 ? /#([\p{L}\p{N}_.:-]+)/u.exec(braces)?.[1] : undefined;
  return id === undefined ? { words: text, id: null } : { words: end.slice(0, from).trimEnd(), id };
}

/** Bounded: a tag that never ends must not be looked at to the end of the page, again and again. */
const TAG = /<(\/?)([a-z][a-z0-9]{0,20})\b((?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,400})>/giu;

function takeHtml(value: string, offset: number, line: number, page: PageMarkdown): void {
  const visible = withoutComments(value);
  let isShown = visible.replaceAll(TAG, '').trim() === '';
  let at = line;
  let counted = 0;
  for (const tag of visible.matchAll(TAG)) {
    const [whole, , name = '', fields = ''] = tag;
    const named = attribute(fields, 'id') ?? (name.toLowerCase() === 'a' ? attribute(fields, 'name') : null);
    if (named !== null) page.named.push(named);
    at += visible.slice(counted, tag.index).split('\n').length - 1;
    counted = tag.index;
    const target = attribute(fields, name.toLowerCase() === 'img' ? 'src' : 'href');
    if (name.toLowerCase() === 'img' && target !== null) {
      const from = offset + tag.index;
      const alt = attribute(fields, 'alt') ?? '';
      page.links.push({ target, line: at, isPicture: true, from, to: from + whole.length, tag: { alt } });
    } else if (!/^(?:br|a|wbr)$/iu.test(name)) isShown = false;
  }
  if (!isShown) page.html.push(line);
}

function attribute(fields: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(fields);
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? '').replaceAll('&amp;', '&');
}

function isComment(html: string): boolean {
  return withoutComments(html).trim() === '';
}

/** Spaces for comments, so that everything else keeps its place. */
function withoutComments(html: string): string {
  let shown = '';
  let at = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', at)) {
    const end = html.indexOf('-->', start);
    if (end < 0) break;
    shown += html.slice(at, start) + html.slice(start, end + 3).replaceAll(/[^\n]/gu, ' ');
    at = end + 3;
  }
  return shown + html.slice(at);
}
