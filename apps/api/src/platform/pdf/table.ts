import { baseline, INK, QUIET, RULE, type Sheet } from './sheet.js';
import type { Line, Setting, Words } from './text-lines.js';

export interface Table {
  heads: readonly Words[];
  rows: readonly (readonly Words[])[];
  /** Places of the columns that hold numbers. */
  numbers: readonly number[];
}

const SIZE = 8.5;
const LEADING = 12;
const HEAD: Setting = { size: SIZE, weight: 'strong' };
const CELL: Setting = { size: SIZE, weight: 'regular' };
/** Between columns, and above and below the lines of a row. */
const GAP = 12;
const PAD = 3;

interface Column {
  x: number;
  width: number;
  number: boolean;
}

/** A table over as many pages as it takes, its heads at the top of each; rows stay together where a page has room for them. */
export function drawTable(sheet: Sheet, { heads, rows, numbers }: Table): void {
  const columns = columnsOf(sheet, heads, rows, numbers);
  const set = (cells: readonly Words[], setting: Setting): Line[][] =>
    cells.map((cell, index) => sheet.lines(cell, setting, columns[index]?.width ?? 0));
  const headLines = set(heads, HEAD);
  const headHeight = heightOf(tallest(headLines));
  const table = sheet.group('Table');
  const first = rows[0] ? tallest(set(rows[0], CELL)) : 1;
  sheet.ensure(headHeight + Math.min(heightOf(first), sheet.bottom / 2));
  drawRow(sheet, table, columns, headLines, { type: 'TH', color: QUIET });
  const turn = (): void => {
    sheet.turn();
    sheet.ornament(() => {
      drawCells(sheet, columns, headLines, QUIET);
      sheet.y += headHeight;
      rule(sheet, columns);
    });
  };
  for (const row of rows) {
    let left = set(row, CELL);
    while (tallest(left) > 0) {
      const room = Math.floor((sheet.bottom - sheet.y - 2 * PAD) / LEADING);
      const freshPage = Math.floor((sheet.bottom - sheet.top - headHeight - 2 * PAD) / LEADING);
      const fits = tallest(left) <= room;
      if (!fits && (room < 1 || tallest(left) <= freshPage)) {
        turn();
        continue;
      }
      drawRow(
        sheet,
        table,
        columns,
        left.map((lines) => lines.slice(0, room)),
        { type: 'TD', color: INK },
      );
      left = left.map((lines) => lines.slice(room));
    }
  }
  table.end();
}

function drawRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  columns: readonly Column[],
  cells: readonly Line[][],
  { type, color }: { type: 'TH' | 'TD'; color: string },
): void {
  const row = sheet.group('TR', table);
  for (const [index, lines] of cells.entries()) {
    const column = columns[index];
    if (column) sheet.element(type, row, () => drawCell(sheet, column, lines, color));
  }
  row.end();
  sheet.y += heightOf(tallest(cells));
  sheet.ornament(() => rule(sheet, columns));
}

function drawCells(sheet: Sheet, columns: readonly Column[], cells: readonly Line[][], color: string): void {
  for (const [index, lines] of cells.entries()) {
    const column = columns[index];
    if (column) drawCell(sheet, column, lines, color);
  }
}

function drawCell(sheet: Sheet, { x, width, number }: Column, lines: readonly Line[], color: string): void {
  for (const [index, line] of lines.entries()) {
    const left = number ? x + width - line.width : x;
    sheet.draw(line, left, sheet.y + PAD + index * LEADING + baseline(LEADING, SIZE), SIZE, color);
  }
}

function rule(sheet: Sheet, columns: readonly Column[]): void {
  const { document, left, y } = sheet;
  const last = columns.at(-1);
  const width = last ? last.x + last.width - left : 0;
  document
    .lineWidth(0.5)
    .strokeColor(RULE)
    .moveTo(left, y)
    .lineTo(left + width, y)
    .stroke();
}

function tallest(cells: readonly (readonly Line[])[]): number {
  return Math.max(0, ...cells.map((lines) => lines.length));
}

function heightOf(lines: number): number {
  return lines * LEADING + 2 * PAD;
}

/** As wide as what is in them, as far as there is room; the widest give way first. */
function columnsOf(sheet: Sheet, heads: readonly Words[], rows: Table['rows'], numbers: readonly number[]): Column[] {
  const wanted = heads.map((head, index) =>
    Math.max(widest(sheet, head, HEAD), ...rows.map((row) => widest(sheet, row[index] ?? '', CELL))),
  );
  const room = sheet.width - GAP * (heads.length - 1);
  const widths = shared(wanted, room);
  // No wider than that: numbers stand near their words, not at the far edge.
  let x = sheet.left;
  return widths.map((width, index) => {
    const column = { x, width, number: numbers.includes(index) };
    x += width + GAP;
    return column;
  });
}

function widest(sheet: Sheet, text: Words, setting: Setting): number {
  return Math.max(0, ...sheet.lines(text, setting, 10_000).map(({ width }) => width)) + 0.5;
}

/** Everybody gets what they want up to a limit, the same for all who want more. */
function shared(wanted: readonly number[], room: number): number[] {
  const ascending = wanted.toSorted((one, other) => one - other);
  let left = room;
  for (const [index, want] of ascending.entries()) {
    const limit = left / (ascending.length - index);
    if (want > limit) return wanted.map((one) => Math.min(one, limit));
    left -= want;
  }
  return [...wanted];
}
