import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { chunksOf, type ImportFile } from '../import-file.js';

/** Bytes of one row; an issue with a thousand comments has about one million. */
const MOST_BYTES = 16 * 1024 * 1024;
/** So many bytes surely hold the first line. */
const HEAD_BYTES = 256 * 1024;
const DELIMITERS = [',', ';', '\t'] as const;

export interface CsvRow {
  cells: string[];
  /** In the file, from 1: where the row begins. */
  line: number;
}

export class CsvShapeError extends Error {}

/**
 * The rows of a file, the headers among them, one at a time: commas, semicolons or tabs, whichever its first line has
 * most of; a byte order mark and line ends within cells are taken as they should be.
 *
 * @throws CsvShapeError for a quote that does not end, or a row larger than 16 MiB
 */
export async function* csvRows(file: ImportFile): AsyncGenerator<CsvRow> {
  const chunks = chunksOf(file);
  const head = await headOf(chunks);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_BYTES,
    info: true,
  });
  let failure: unknown;
  pipeline(Readable.from(all(head, chunks)), parser, (error) => (failure = error));
  let line = 1;
  try {
    for await (const row of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      yield { cells: row.record, line };
      line = row.info.lines + 1;
    }
  } catch (error) {
    const cause = failure ?? error;
    if (cause instanceof CsvError) throw new CsvShapeError(`line ${line}: ${wordsOf(cause)}`);
    throw cause;
  }
}

async function headOf(chunks: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    parts.push(next.value);
    size += next.value.byteLength;
  }
  return Buffer.concat(parts);
}

async function* all(head: Buffer, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

/** Counted outside of quotes, in the first line. */
function delimiterOf(head: Buffer): string {
  const outside = head.toString('utf8').replaceAll(/"(?:[^"]|"")*"/g, '');
  const [line = ''] = outside.split(/\r\n|\n|\r/, 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

function wordsOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed.';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'one row is larger than 16 MiB.';
  return message;
}
