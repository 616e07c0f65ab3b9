import { setImmediate } from 'node:timers/promises';
import {
  type BriefBlock,
  type BriefDocument,
  type BriefSending,
  briefDocument,
  type GivenAnswer,
} from '@chapterhouse/domain/impediments/brief-document';
import type { EscalationBrief } from '@chapterhouse/domain/impediments/escalation-brief';
import { type Block, INK, QUIET, Sheet } from '../../../../platform/pdf/sheet.js';
import { drawTable } from '../../../../platform/pdf/table.js';

const TITLE: Block = { size: 19, weight: 'strong', leading: 25 };
const ABOUT: Block = { size: 9.5, weight: 'regular', leading: 14, color: QUIET };
const HEADING: Block = { size: 12, weight: 'strong', leading: 17 };
const BODY: Block = { size: 10, weight: 'regular', leading: 15 };
const STRONG: Block = { ...BODY, weight: 'strong' };
const FIGURE: Block = { size: 22, weight: 'strong', leading: 28 };
const FIGURE_WORDS: Block = { size: 9, weight: 'regular', leading: 12.5, color: QUIET };

/** What is asked stands out: it is what the reader has to decide. */
const ASKED = { fill: '#eef4fb', bar: '#0b5cad', pad: 14 };
const INDENT = 14;

/** The brief as a PDF: the same words as the page and the markdown, set to be read and printed. */
export async function briefAsPdf(
  brief: EscalationBrief,
  answer: GivenAnswer | null,
  sending: BriefSending,
): Promise<Buffer> {
  const words = briefDocument(brief, answer, sending);
  const sheet = new Sheet(words.title, sending.by, new Date(brief.asOf));
  drawHead(sheet, words, sending.by);
  for (const [index, section] of words.sections.entries()) {
    // A hundred teams take a while: others are served in between.
    await setImmediate();
    if (index === 0) drawAsked(sheet, section);
    else {
      sheet.y += 20;
      // A heading never stands alone at the foot of a page.
      sheet.ensure(HEADING.leading + 4 * BODY.leading);
      sheet.text('H2', section.title, HEADING);
      sheet.y += 3;
      for (const block of section.blocks) drawBlock(sheet, block);
    }
  }
  return sheet.finish();
}

function drawHead(sheet: Sheet, { title, about }: BriefDocument, sentBy: string): void {
  sheet.text('H1', title, TITLE);
  sheet.y += 4;
  sheet.text('P', `${about} Sent by ${sentBy}.`, ABOUT);
  sheet.y += 16;
}

function drawAsked(sheet: Sheet, { title, blocks }: BriefDocument['sections'][number]): void {
  const inside = { left: sheet.left + ASKED.pad, width: sheet.width - 2 * ASKED.pad };
  const heading: Block = { ...HEADING, ...inside, color: ASKED.bar };
  const body: Block = { ...BODY, size: 11, leading: 16.5, ...inside };
  const text = blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n');
  const lines = sheet.lines(text, body, body.width).length;
  const titles = sheet.lines(title, heading, heading.width).length;
  const height = 2 * ASKED.pad + titles * heading.leading + 4 + lines * body.leading;
  // Words that are longer than a page have no box around them: it would have to break.
  const boxed = sheet.y + height <= sheet.bottom;
  if (boxed)
    sheet.ornament((document) => {
      document.rect(sheet.left, sheet.y, sheet.width, height).fill(ASKED.fill);
      document.rect(sheet.left, sheet.y, 3, height).fill(ASKED.bar);
    });
  sheet.y += ASKED.pad;
  sheet.text('H2', title, heading);
  sheet.y += 4;
  sheet.text('P', text, body);
  sheet.y += ASKED.pad;
}

function drawBlock(sheet: Sheet, block: BriefBlock): void {
  switch (block.kind) {
    case 'TEXT':
      return sheet.text('P', block.text, BODY);
    case 'LINE':
      return sheet.text('P', block.text, block.strong ? STRONG : BODY);
    case 'FIGURES':
      return drawFigures(sheet, block.figures);
    case 'LIST':
      return drawList(sheet, block.lines);
    case 'TABLE':
      if (block.rows.length === 0) return undefined;
      sheet.y += 6;
      return drawTable(sheet, block);
  }
}

/** Side by side, the number large. */
function drawFigures(sheet: Sheet, figures: readonly { value: string; words: string }[]): void {
  const gap = 18;
  const width = (sheet.width - gap * (figures.length - 1)) / figures.length;
  const told = figures.map(({ words }) => sheet.lines(words, FIGURE_WORDS, width));
  const height = FIGURE.leading + Math.max(...told.map((lines) => lines.length)) * FIGURE_WORDS.leading;
  sheet.ensure(height);
  const top = sheet.y;
  for (const [index, { value, words }] of figures.entries()) {
    const left = sheet.left + index * (width + gap);
    sheet.y = top;
    const place = { left, width };
    const figure = sheet.group('P');
    sheet.text('Span', value, { ...FIGURE, ...place, color: INK }, figure);
    sheet.text('Span', words, { ...FIGURE_WORDS, ...place }, figure);
    figure.end();
  }
  sheet.y = top + height + 6;
}

function drawList(sheet: Sheet, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const list = sheet.group('L');
  const body: Block = { ...BODY, left: sheet.left + INDENT, width: sheet.width - INDENT };
  for (const line of lines) {
    sheet.ensure(BODY.leading);
    const item = sheet.group('LI', list);
    const { y } = sheet;
    sheet.text('Lbl', '•', BODY, item);
    sheet.y = y;
    sheet.text('LBody', line, body, item);
    item.end();
  }
  list.end();
}
