import { setImmediate } from 'node:timers/promises';
import { type Block, INK, QUIET, RULE, type Sheet } from '../../../../platform/pdf/sheet.js';
import { drawTable } from '../../../../platform/pdf/table.js';
import type { Span } from '../../../../platform/pdf/text-lines.js';
import { type MarkdownNode, type MarkdownRoot, plainText } from '../page-markdown.js';
import { DIAGRAM_NOTE } from '../safe-html.js';

const BODY: Block = { size: 10, weight: 'regular', leading: 15 };
const CODE: Block = { size: 8.5, weight: 'regular', leading: 12 };
/** By the depth of the heading. */
const HEADINGS: readonly Block[] = [
  { size: 14, weight: 'strong', leading: 20 },
  { size: 13, weight: 'strong', leading: 18 },
  { size: 11.5, weight: 'strong', leading: 16 },
  { size: 10.5, weight: 'strong', leading: 15 },
];
const INDENT = 14;
const GAP = 6;
/** Of lines of code: a space is so wide. */
const SPACE = 4.5;
/** Deeper lists and quotes begin no further to the right. */
const DEEPEST = 8;

export interface OnPaper {
  /** As paper takes them, by their address. */
  pictures: ReadonlyMap<string, { bytes: Buffer; width: number; height: number }>;
  /** Of the artifact: links to its own pages lead there. */
  key: string;
  /** Of the page. */
  path: string;
  /** The paths of all. */
  paths: ReadonlySet<string>;
  /** Of the page's headings, in their order; taken as they are drawn. */
  anchors: Iterator<string>;
}

/** Sets the text of a page. Links lead within the document alone: addresses of the web stand behind their words, nothing runs. */
export async function drawMarkdown(sheet: Sheet, root: MarkdownRoot, paper: OnPaper): Promise<void> {
  for (const node of root.children) {
    drawNode(sheet, node, paper, 0);
    await setImmediate();
  }
}

function drawNode(sheet: Sheet, node: MarkdownNode, paper: OnPaper, depth: number): void {
  const inset = INDENT * Math.min(depth, DEEPEST);
  const body: Block = { ...BODY, left: sheet.left + inset, width: sheet.width - inset };
  switch (node.type) {
    case 'heading': {
      const block = HEADINGS[Math.min(node.depth, HEADINGS.length) - 1] ?? BODY;
      sheet.y += GAP;
      // A heading never stands alone at the foot of a page.
      sheet.ensure(block.leading + 3 * BODY.leading);
      sheet.place(`${paper.path}#${String(paper.anchors.next().value ?? '')}`);
      sheet.text(`H${Math.min(node.depth + 2, 6)}`, words(node, paper), { ...block, left: body.left ?? sheet.left });
      sheet.y += 2;
      return;
    }
    case 'paragraph':
      return drawParagraph(sheet, node, paper, body);
    case 'list':
      return drawList(sheet, node, paper, depth);
    case 'blockquote':
      for (const child of node.children) drawNode(sheet, child, paper, depth + 1);
      return;
    case 'code':
      if (node.lang === 'mermaid')
        sheet.text('P', [{ text: DIAGRAM_NOTE, weight: 'italic' }], { ...body, color: QUIET });
      return drawCode(sheet, node.value, inset);
    case 'table': {
      const [heads = [], ...rows] = node.children.map((row) => row.children.map((cell) => words(cell, paper)));
      sheet.y += 4;
      if (heads.length > 0)
        drawTable(sheet, { heads, rows: rows.map((row) => filled(row, heads.length)), numbers: [] });
      sheet.y += GAP;
      return;
    }
    case 'thematicBreak':
      sheet.y += GAP;
      sheet.ensure(GAP);
      sheet.ornament((document) =>
        document
          .lineWidth(0.5)
          .strokeColor(RULE)
          .moveTo(sheet.left, sheet.y)
          .lineTo(sheet.left + sheet.width, sheet.y)
          .stroke(),
      );
      sheet.y += GAP;
      return;
    case 'footnoteDefinition':
      for (const child of node.children) drawNode(sheet, child, paper, depth + 1);
      return;
    case 'html':
    case 'definition':
      return;
    default:
      sheet.text('P', words(node, paper), body);
  }
}

/** Words, then the pictures among them. */
function drawParagraph(sheet: Sheet, node: MarkdownNode, paper: OnPaper, body: Block): void {
  const text = words(node, paper);
  if (text.some((span) => span.text.trim() !== '')) {
    sheet.text('P', text, body);
    sheet.y += GAP;
  }
  for (const picture of picturesIn(node)) drawPicture(sheet, picture, paper);
}

function drawPicture(sheet: Sheet, { url, alt }: { url: string; alt: string }, { pictures }: OnPaper): void {
  const image = pictures.get(url);
  const inWords = (): void => {
    if (alt !== '') sheet.text('P', `Picture: ${alt}`, { ...BODY, color: QUIET });
  };
  if (image === undefined) return inWords();
  try {
    const scale = Math.min(0.75, sheet.width / image.width, (sheet.bottom - sheet.top) / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    sheet.ensure(height);
    const figure = sheet.document.struct('Figure', { alt });
    const group = sheet.group('P');
    group.add(figure);
    figure.add(() => void sheet.document.image(image.bytes, sheet.left, sheet.y, { width, height }));
    figure.end();
    group.end();
    sheet.y += height + GAP;
  } catch {
    inWords();
  }
  return undefined;
}

function drawList(sheet: Sheet, list: Extract<MarkdownNode, { type: 'list' }>, paper: OnPaper, depth: number): void {
  const inset = INDENT * Math.min(depth, DEEPEST);
  for (const [place, item] of list.children.entries()) {
    const mark = list.ordered ? `${(list.start ?? 1) + place}.` : '•';
    const box = typeof item.checked === 'boolean' ? (item.checked ? '☑' : '☐') : mark;
    sheet.ensure(BODY.leading);
    const { y } = sheet;
    const page = sheet.document.page;
    sheet.text('Lbl', box, { ...BODY, left: sheet.left + inset });
    if (sheet.document.page === page) sheet.y = y;
    for (const child of item.children) drawNode(sheet, child, paper, depth + 1);
    if (item.children.length === 0) sheet.y += BODY.leading;
  }
  sheet.y += depth === 0 ? GAP : 0;
}

/** Line by line: what stands further right does so here. */
function drawCode(sheet: Sheet, code: string, inset: number): void {
  sheet.y += 2;
  for (const line of code.replaceAll('\t', '  ').split('\n')) {
    const spaces = /^ */u.exec(line)?.[0].length ?? 0;
    const left = sheet.left + inset + 8 + Math.min(spaces * SPACE, sheet.width / 3);
    sheet.text('P', line, { ...CODE, left, width: sheet.left + sheet.width - left, color: INK });
  }
  sheet.y += GAP;
}

/** The words of a node as they look; addresses of the web that they do not say stand behind them. */
function words(node: MarkdownNode, paper: OnPaper, look: Omit<Span, 'text'> = {}): Span[] {
  if (node.type === 'html' || node.type === 'image')
    return /^<br\b/iu.test('value' in node ? node.value : '') ? [{ text: '\n' }] : [];
  if (node.type === 'break') return [{ text: '\n' }];
  if (!('children' in node)) return [{ ...look, text: plainText(node) }];
  const own = { ...look };
  if (node.type === 'strong') own.weight = 'strong';
  if (node.type === 'emphasis') own.weight ??= 'italic';
  if (node.type === 'link') own.goTo = placeOf(node.url, paper);
  const spans = node.children.flatMap((child) => words(child, paper, own));
  const isWeb =
    node.type === 'link' &&
    /^https?:/iu.test(node.url) &&
    !spans
      .map(({ text }) => text)
      .join('')
      .includes(node.url);
  return isWeb && node.type === 'link' ? [...spans, { text: ` (${node.url})` }] : spans;
}

/** Where an address of this artifact is in the document. */
function placeOf(url: string, { key, path, paths }: OnPaper): string | undefined {
  if (url.startsWith('#')) return `${path}${url}`;
  const place = url.startsWith(`${key}/`) ? url.slice(key.length + 1) : '';
  return paths.has(place.replace(/#.*$/su, '')) ? place : undefined;
}

function picturesIn(node: MarkdownNode): { url: string; alt: string }[] {
  if (node.type === 'image') return [{ url: node.url, alt: node.alt ?? '' }];
  return 'children' in node ? node.children.flatMap(picturesIn) : [];
}

function filled(row: readonly Span[][], length: number): Span[][] {
  return Array.from({ length }, (_, place) => row[place] ?? []);
}
