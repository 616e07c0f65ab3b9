import { chunksOf, type ImportFile } from '../import-file.js';

/** Letters of one row; an issue with a thousand comments has about one million. */
const MOST_LETTERS = 16 * 1024 * 1024;
/** So many letters surely hold the first line. */
const HEAD_LETTERS = 256 * 1024;
const DELIMITERS = [',', ';', '\t'] as const;
const QUOTE = 34;
const NEW_LINE = 10;
const RETURN = 13;

export interface CsvRow {
  cells: string[];
  /** In the file, from 1: where the row begins. */
  line: number;
}

/** A row that is left out, with the line where it ends: a quote stands in it where none may. */
export interface BrokenRow {
  line: number;
  to: number;
}

export class CsvShapeError extends Error {}

/**
 * The rows of a file in UTF-8, the headers among them, one at a time: commas, semicolons or tabs, whichever its first
 * line has most of; a byte order mark and line ends within cells are taken as they should be, empty lines passed over.
 *
 * @throws CsvShapeError for a quote that does not end, or a row larger than 16 MiB
 */
export async function* csvRows(file: ImportFile): AsyncGenerator<CsvRow | BrokenRow> {
  let scanner: CsvScanner | undefined;
  let head = '';
  for await (const text of textsOf(file)) {
    if (scanner !== undefined) yield* scanner.feed(text);
    else {
      head += text;
      if (head.length < HEAD_LETTERS) continue;
      scanner = new CsvScanner(delimiterOf(head));
      yield* scanner.feed(head);
    }
  }
  if (scanner === undefined) {
    scanner = new CsvScanner(delimiterOf(head));
    yield* scanner.feed(head);
  }
  yield* scanner.end();
}

async function* textsOf(file: ImportFile): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunksOf(file)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Counted outside of quotes, in the first line. */
function delimiterOf(head: string): number {
  const outside = head.replaceAll(/"(?:[^"]|"")*"/g, '');
  const [line = ''] = outside.split(/\r\n|\n|\r/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return (DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',').charCodeAt(0);
}

/** RFC 4180. A misplaced quote spoils its row up to the end of the line where it stands, and nothing behind it. */
class CsvScanner {
  /** `quote`: behind one that ends a cell or stands before another. `lost`: nothing up to the end of the line is taken. */
  private place: 'start' | 'plain' | 'quoted' | 'quote' | 'lost' = 'start';
  private cells: string[] = [];
  private cell = '';
  /** Letters of the row that came with earlier texts. */
  private size = 0;
  private line = 1;
  private firstLine = 1;
  private afterReturn = false;

  constructor(private readonly delimiter: number) {}

  *feed(text: string): Generator<CsvRow | BrokenRow> {
    let from = 0;
    let rowFrom = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const isSecond = code === NEW_LINE && this.afterReturn;
      this.afterReturn = code === RETURN;
      const endsLine = code === NEW_LINE || code === RETURN;
      if (this.place === 'quoted') {
        if (endsLine && !isSecond) this.line += 1;
        if (code !== QUOTE) continue;
        this.cell += text.slice(from, at);
        this.place = 'quote';
      } else if (isSecond) rowFrom = at + 1;
      else if (code === QUOTE) {
        if (this.place === 'quote') this.cell += '"';
        this.place = this.place === 'start' || this.place === 'quote' ? 'quoted' : 'lost';
        from = at + 1;
      } else if (endsLine) {
        if (this.place === 'plain') this.cell += text.slice(from, at);
        yield* this.endOfRow();
        this.line += 1;
        this.firstLine = this.line;
        rowFrom = at + 1;
      } else if (code === this.delimiter && this.place !== 'lost') {
        if (this.place === 'plain') this.cell += text.slice(from, at);
        this.endOfCell();
      } else if (this.place === 'start') {
        this.place = 'plain';
        from = at;
      } else if (this.place === 'quote') this.place = 'lost';
    }
    if (this.place === 'plain' || this.place === 'quoted') this.cell += text.slice(from);
    this.size += text.length - rowFrom;
    if (this.size > MOST_LETTERS) throw new CsvShapeError(`line ${this.firstLine}: one row is larger than 16 MiB.`);
  }

  *end(): Generator<CsvRow | BrokenRow> {
    if (this.place === 'quoted') throw new CsvShapeError(`line ${this.firstLine}: a quote is opened and never closed.`);
    yield* this.endOfRow();
  }

  private endOfCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.place = 'start';
  }

  private *endOfRow(): Generator<CsvRow | BrokenRow> {
    const isBroken = this.place === 'lost';
    const isEmpty = this.place === 'start' && this.cells.length === 0;
    this.endOfCell();
    if (isBroken) yield { line: this.firstLine, to: this.line };
    else if (!isEmpty) yield { cells: this.cells, line: this.firstLine };
    this.cells = [];
    this.size = 0;
  }
}
