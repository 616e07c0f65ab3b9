import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BrokenRow, type CsvRow, csvRows } from './csv-rows.js';

async function rowsOf(text: string, pieceBytes: number): Promise<(CsvRow | BrokenRow)[]> {
  const bytes = Buffer.from(text);
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const rows: (CsvRow | BrokenRow)[] = [];
  for await (const row of csvRows({ name: 'f.csv', content })) rows.push(row);
  return rows;
}

const linesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
const written = (cell: string, quoted: boolean): string =>
  quoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const someCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', '"', 'a"b', 'a,b', 'two\nlines', 'two\r\nlines', '\r', '\n"\n', ' a '),
);
const wholeRow = fc.array(fc.tuple(someCell, fc.boolean()), { minLength: 3, maxLength: 3 }).map((cells) => ({
  cells: cells.map(([cell]) => cell),
  text: cells.map(([cell, quoted]) => written(cell, quoted)).join(','),
}));
/** In one line; what stands behind the misplaced quote is anything. */
const brokenRow = fc
  .tuple(
    fc.constantFrom('', 'a,', '"b",', '"c,""d""",'),
    fc.constantFrom('5" wide', '"open"ed', 'he said "yes," and left', '""x"', '"a" ,b', '=F("x","y")'),
    fc.constantFrom('', ',e', ',"e"', ',"e', '"', '","'),
  )
  .map((parts) => ({ cells: null, text: parts.join('') }));

describe('rows of CSV', () => {
  it('are read as they were written, each with its line, whatever the cuts; a broken one costs no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 3, arbitrary: wholeRow }, { weight: 1, arbitrary: brokenRow }), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (given, end, endsWithEnd, pieceBytes) => {
          const expected: (CsvRow | BrokenRow)[] = [{ cells: ['a', 'b', 'c'], line: 1 }];
          let text = `a,b,c`;
          for (const row of given) {
            text += end;
            const line = linesIn(text) + 1;
            text += row.text;
            expected.push(row.cells === null ? { line, to: line } : { cells: row.cells, line });
          }
          expect(await rowsOf(endsWithEnd ? text + end : text, pieceBytes)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
