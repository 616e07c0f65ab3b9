import PDFDocument from 'pdfkit';
import type { Run } from './font-faces.js';
import { type Line, linesOf, type PlacedRun, type Setting, type Words } from './text-lines.js';

/** In points; A4 has 595 by 842. */
const MARGIN = { side: 57, top: 62, bottom: 68 };

export const INK = '#1c2128';
export const QUIET = '#57606a';
export const RULE = '#d0d7de';
const LINK = '#0b57c2';

/** Where and how lines are set. */
export interface Block extends Setting {
  /** Baseline to baseline. */
  leading: number;
  color?: string;
  left?: number;
  width?: number;
}

/** Pages that are filled from top to bottom, with a number at the foot of each, and readable for screen readers. */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly widths = new Map<string, number>();
  private readonly places = new Map<string, { page: number; y: number }>();
  private readonly wanted = new Set<string>();
  private bookmarks: PDFKit.PDFOutline[] = [];
  /** Where the next thing begins, from the top of the page. */
  y = MARGIN.top;

  constructor(
    private readonly title: string,
    author: string,
    at: Date,
  ) {
    this.document = new PDFDocument({
      size: 'A4',
      // Nothing breaks pages but this class.
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      bufferPages: true,
      tagged: true,
      lang: 'en',
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: title, Author: author, Creator: 'Chapterhouse', Producer: 'Chapterhouse', CreationDate: at },
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  get left(): number {
    return MARGIN.side;
  }
  /** Where the text of a page begins. */
  get top(): number {
    return MARGIN.top;
  }
  get width(): number {
    return this.document.page.width - 2 * MARGIN.side;
  }
  /** Where the text of a page ends. */
  get bottom(): number {
    return this.document.page.height - MARGIN.bottom;
  }

  lines(text: Words, setting: Setting, width = this.width): Line[] {
    return linesOf(text, setting, width, (run, size) => this.widthOf(run, size));
  }

  /** Goes on at the top of a new page unless so much is left. */
  ensure(height: number): void {
    if (this.y + height > this.bottom) this.turn();
  }

  turn(): void {
    this.document.addPage();
    this.y = MARGIN.top;
  }

  /** A paragraph, heading or item as one thing of the document, over pages if it must. */
  text(type: string, text: Words, block: Block, parent = this.root): void {
    this.element(type, parent, () => this.flow(this.lines(text, block, block.width), block));
  }

  /** What `draw` writes is one thing of the document. */
  element(type: string, parent: PDFKit.PDFStructureElement, draw: () => void): void {
    const element = this.document.struct(type);
    parent.add(element);
    element.add(draw);
    element.end();
  }

  /** A thing of the document that has others in it. */
  group(type: string, parent: PDFKit.PDFStructureElement = this.root): PDFKit.PDFStructureElement {
    const group = this.document.struct(type);
    parent.add(group);
    return group;
  }

  /** Ornament: no reader reads it out. */
  ornament(draw: (document: PDFKit.PDFDocument) => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw(this.document);
    this.document.endMarkedContent();
  }

  flow(lines: readonly Line[], { leading, size, color = INK, left = this.left }: Block): void {
    for (const line of lines) {
      this.ensure(leading);
      this.draw(line, left, this.y + baseline(leading, size), size, color);
      this.y += leading;
    }
  }

  /** @param y of the baseline */
  draw({ runs }: Line, x: number, y: number, size: number, color: string): void {
    this.document.fontSize(size);
    for (const run of this.joined(runs, size)) {
      this.document
        .fillColor(run.goTo === undefined ? color : LINK)
        .font(run.file)
        .text(run.text, x + run.x, y, { ...set(run), lineBreak: false, baseline: 'alphabetic' });
      if (run.goTo === undefined) continue;
      this.wanted.add(run.goTo);
      this.document.goTo(x + run.x, y - size, this.widthOf(run, size), size * 1.3, run.goTo);
    }
  }

  /** Names the place where the next thing begins: links of this name lead here. */
  place(name: string): void {
    this.places.set(name, { page: this.document.bufferedPageRange().count - 1, y: this.y });
  }

  /** A line in the outline that readers show beside the pages. @param depth from 0 */
  bookmark(title: string, depth: number): void {
    const above = this.bookmarks.slice(0, depth);
    const item = (above.at(-1) ?? this.document.outline).addItem(title);
    this.bookmarks = [...above, item];
  }

  /** What leads to a place that is not there leads to what `instead` names. */
  private land(instead: (name: string) => string): void {
    const landed = new Map(
      [...this.wanted].map((name) => [name, this.places.get(name) ?? this.places.get(instead(name))]),
    );
    for (const [name, place] of landed) {
      if (place === undefined) continue;
      this.document.switchToPage(place.page);
      this.document.addNamedDestination(name, 'XYZ', 0, place.y, 0);
    }
  }

  /** Plain words of one font that stand a space apart are set at once: a document has hundreds of thousands of them. */
  private joined(runs: readonly PlacedRun[], size: number): PlacedRun[] {
    const result: PlacedRun[] = [];
    let end = 0;
    for (const run of runs) {
      const last = result.at(-1);
      const isPlain = PLAIN.test(run.text);
      const gap = run.x - end;
      end = run.x + this.widthOf(run, size);
      const isAlike = last?.file === run.file && last.goTo === run.goTo;
      const fits = last !== undefined && isPlain && isAlike && PLAIN.test(last.text);
      if (fits && Math.abs(gap - this.widthOf({ file: run.file, text: ' ' }, size)) < 0.01)
        result[result.length - 1] = { ...last, text: `${last.text} ${run.text}` };
      else result.push(run);
    }
    return result;
  }

  /** The bytes, once everything is written. @param instead another place for one that is not there */
  async finish(instead: (name: string) => string = (name) => name): Promise<Buffer> {
    this.land(instead);
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) this.foot(page, count);
    this.root.end();
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(chunks)));
      this.document.on('error', reject);
    });
    this.document.end();
    return done;
  }

  private foot(page: number, count: number): void {
    const setting: Setting = { size: 8, weight: 'regular' };
    this.document.switchToPage(page);
    const y = this.document.page.height - MARGIN.bottom / 2;
    const [number] = this.lines(`Page ${page + 1} of ${count}`, setting);
    const room = this.width - (number?.width ?? 0) - 24;
    const [name] = this.lines(this.title, setting, room);
    this.document.markContent('Artifact', { type: 'Pagination' });
    if (name) this.draw(name, this.left, y, setting.size, QUIET);
    if (number) this.draw(number, this.left + this.width - number.width, y, setting.size, QUIET);
    this.document.endMarkedContent();
  }

  private widthOf({ file, text }: Run, size: number): number {
    const key = `${file} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    // Letters grow with their size. Words are drawn with the space behind them: set so here, they are not set twice.
    const font = this.document.font(file).fontSize(1);
    const isWord = PLAIN.test(text) && !text.endsWith(' ');
    const width = isWord
      ? font.widthOfString(`${text} `) - this.widthOf({ file, text: ' ' }, 1)
      : font.widthOfString(text, set({ text }));
    this.widths.set(key, width);
    return width * size;
  }
}

/**
 * Letters are not taken apart (`ccmp`): a letter that was, like the one with a dot below, loses what it stands for, and
 * so does the plain letter that it was made of (fontkit shares the glyph).
 */
function set({ text }: { text: string }): PDFKit.Mixins.TextOptions {
  const options: PDFKit.Mixins.TextOptions = {};
  // The types know features to add, not yet those to leave out. Plain letters have no parts, and are laid out faster so.
  if (!PLAIN.test(text)) Reflect.set(options, 'features', { ccmp: false });
  return options;
}

const PLAIN = /^[ -~]*$/u;

/** Where letters stand in their line: as much air above as below. */
export function baseline(leading: number, size: number): number {
  return (leading + size * 0.7) / 2;
}
