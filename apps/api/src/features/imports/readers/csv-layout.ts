import type { CsvColumn, CsvField } from '@chapterhouse/domain/imports/jira-csv-columns';
import { csvColumns } from '@chapterhouse/domain/imports/jira-csv-columns';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { ImportFile } from '../import-file.js';
import { type BrokenRow, type CsvRow, CsvShapeError, csvRows } from './csv-rows.js';
import { KeylessFile } from './keyless-file.js';

/** Where the fields of one file stand. */
export class CsvLayout {
  private readonly places = new Map<CsvField, number[]>();

  constructor(readonly columns: readonly CsvColumn[]) {
    for (const [place, { field }] of columns.entries())
      if (field !== null) this.places.set(field, [...(this.places.get(field) ?? []), place]);
  }

  has(field: CsvField): boolean {
    return this.places.has(field);
  }

  /** The first that is filled, without spaces around it; empty when none is. */
  one(cells: readonly string[], field: CsvField): string {
    for (const place of this.places.get(field) ?? []) {
      const cell = textOfCell(cells[place]);
      if (cell !== '') return cell;
    }
    return '';
  }

  /** All that are filled, from left to right. */
  all(cells: readonly string[], field: CsvField): { text: string; column: CsvColumn }[] {
    return (this.places.get(field) ?? []).flatMap((place) => {
      const [text, column] = [textOfCell(cells[place]), this.columns[place]];
      return text === '' || column === undefined ? [] : [{ text, column }];
    });
  }
}

/** Without spaces around it and without the zero bytes that PostgreSQL refuses. */
function textOfCell(cell: string | undefined): string {
  return cell === undefined ? '' : cell.replaceAll('\u0000', '').trim();
}

/** What is said of files while their rows are read. */
export interface LayoutHearer {
  /** Hears what is wrong with the file itself. */
  tally: ImportTally;
  /** Of files whose key is not known: headers that may be it. */
  keyColumns: Set<string>;
}

/**
 * The rows below the headers of a file. One whose key is not known is refused, and read all the same while somebody hears:
 * what stands in its columns is shown, so that they can be chosen.
 *
 * @param chosen what somebody said that columns are, by header
 */
export async function* layoutRows(
  file: ImportFile,
  chosen: ReadonlyMap<string, CsvField | null>,
  hearer: LayoutHearer | undefined,
): AsyncGenerator<CsvRow & { layout: CsvLayout }> {
  const tally = hearer?.tally;
  let layout: CsvLayout | undefined;
  let keyless: KeylessFile | undefined;
  try {
    for await (const row of csvRows(file)) {
      if ('to' in row) {
        if (layout === undefined) {
          tally?.refuse(file.name, `Its headers cannot be read: a quote in line ${row.line} stands where none may.`);
          return;
        }
        tally?.problem(`${file.name}:${row.line}`, brokenWords(row));
        continue;
      }
      if (layout !== undefined) {
        keyless?.take(row.cells);
        if (keyless === undefined && row.cells.length > layout.columns.length)
          tally?.problem(
            `${file.name}:${row.line}`,
            'This row has more cells than there are headers: the rest is left out.',
          );
        yield { ...row, layout };
        continue;
      }
      layout = new CsvLayout(csvColumns(row.cells, chosen));
      if (layout.has('KEY')) continue;
      if (hearer === undefined) return;
      keyless = new KeylessFile(layout.columns);
    }
  } catch (error) {
    if (!(error instanceof CsvShapeError)) throw error;
    // Half a file must not look like a whole one.
    tally?.refuse(file.name, `This is no CSV: ${error.message}`);
    return;
  }
  if (layout === undefined) tally?.refuse(file.name, 'This file has no rows.');
  if (keyless === undefined) return;
  tally?.refuse(file.name, keyless.words());
  for (const header of keyless.candidates()) hearer?.keyColumns.add(header);
}

function brokenWords({ line, to }: BrokenRow): string {
  const what = line === to ? 'This row' : `This row, to line ${to},`;
  return `${what} is not taken: a quote stands where none may. A cell with quotes in it has quotes around it, and each inside twice.`;
}
