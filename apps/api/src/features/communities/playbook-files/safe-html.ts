import { headingAnchors } from '@chapterhouse/domain/communities/heading-anchors';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { type MarkdownNode, type MarkdownRoot, markdownTree, plainText } from './page-markdown.js';

/** Where things are in the document that is made. Null leaves a link out and shows its words. */
export interface Addresses {
  link: (target: string) => string | null;
  /** A path beside the document, or `data:` of one of our own kinds; null shows what the picture says in words. */
  picture: (target: string) => string | null;
}

/** What headings of a page stand below: its own first level is the document's second. */
export interface HtmlOptions extends Addresses {
  deeperBy: number;
  /** Before every anchor: several pages in one document have none twice. */
  anchorPrefix: string;
}

/** What the markdown of people may become. No style, no class but our own, no form, no frame, no script, no event. */
const SCHEMA: Schema = {
  tagNames:
    'h1 h2 h3 h4 h5 h6 p blockquote ul ol li pre code em strong del br hr a img table thead tbody tr th td input sup section'.split(
      ' ',
    ),
  attributes: {
    '*': ['id'],
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
    input: [
      ['type', 'checkbox'],
      ['checked', true],
      ['disabled', true],
    ],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  ancestors: { li: ['ul', 'ol'], tr: ['table'], td: ['table'], th: ['table'], thead: ['table'], tbody: ['table'] },
  // The ids are our own, made from the words of headings.
  clobber: [],
  strip: ['script', 'style'],
};
/** Pictures within the document: what browsers draw without running anything. */
const OWN_PICTURE =
  /^(?:data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+|\/files\/images\/Image_[0-9a-f-]{36}|(?![a-z][a-z0-9+.-]*:|\/)[^\s\\]+)$/iu;
/** An address of the web or of mail, or one within the document or beside it. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:|#|(?![a-z][a-z0-9+.-]*:|\/\/|\\)[^\s]*$)/iu;

/**
 * Markdown of anybody as HTML that runs nothing, whatever it holds: HTML in it is left out but for breaks, addresses are
 * those of the web, of mail and of the document itself.
 */
export function safeHtml(markdown: string, options: HtmlOptions): string {
  const root = markdownTree(markdown);
  if (root === null) return `<pre>${escapeHtml(markdown)}</pre>`;
  prepare(root, options);
  try {
    const tree = toHast(root, { clobberPrefix: options.anchorPrefix });
    return toHtml(sanitize(tree, SCHEMA));
  } catch (error) {
    if (error instanceof RangeError) return `<pre>${escapeHtml(markdown)}</pre>`;
    throw error;
  }
}

/** Said above the text of a Mermaid diagram. */
export const DIAGRAM_NOTE = 'Diagram, as its text:';

/** Words of anybody between tags or in an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Nothing draws here: what stands there says that it is meant to be drawn. */
function diagramNote(): MarkdownNode {
  const words: MarkdownNode = { type: 'text', value: DIAGRAM_NOTE };
  return { type: 'paragraph', children: [{ type: 'emphasis', children: [words] }] };
}

/** Addresses, anchors and depths as the document has them. */
function prepare(root: MarkdownRoot, { link, picture, deeperBy, anchorPrefix }: HtmlOptions): void {
  const headings: Extract<MarkdownNode, { type: 'heading' }>[] = [];
  // Before their addresses are made links of this document.
  const defined = new Map<string, string>();
  const define = (node: MarkdownNode): void => {
    if (node.type === 'definition' && !defined.has(node.identifier)) defined.set(node.identifier, node.url);
    if ('children' in node) node.children.forEach(define);
  };
  define(root);
  const walk = (node: MarkdownNode): void => {
    if (node.type === 'heading') headings.push(node);
    if (!('children' in node)) return;
    node.children.forEach(walk);
    const children = node.children.flatMap((child): MarkdownNode[] => {
      if (child.type === 'code' && child.lang === 'mermaid') return [diagramNote(), child];
      if (child.type === 'html') return /^<br\s*\/?>$/iu.test(child.value.trim()) ? [{ type: 'break' }] : [];
      if (child.type === 'link' || child.type === 'definition') {
        const address = child.url.startsWith('#') ? `#${anchorPrefix}${child.url.slice(1)}` : link(child.url);
        child.url = address !== null && SAFE_LINK.test(address) ? address : '';
        return child.url === '' && child.type === 'link' ? child.children : [child];
      }
      if (child.type !== 'image' && child.type !== 'imageReference') return [child];
      const alt = child.alt ?? '';
      const url = picture(child.type === 'image' ? child.url : (defined.get(child.identifier) ?? ''));
      return url === null || !OWN_PICTURE.test(url) ? [{ type: 'text', value: alt }] : [{ type: 'image', url, alt }];
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each stands where one of its kind stood
    node.children = children as typeof node.children;
  };
  walk(root);
  const anchors = headingAnchors(headings.map((heading) => plainText(heading).replaceAll(/[\r\n]+/gu, ' ')));
  for (const [place, heading] of headings.entries()) {
    heading.data = { hProperties: { id: `${anchorPrefix}${anchors[place] ?? ''}` } };
    const depth = Math.min(6, heading.depth + deeperBy);
    if (depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 || depth === 6) heading.depth = depth;
  }
}
