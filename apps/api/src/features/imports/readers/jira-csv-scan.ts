import type { JiraColumn, JiraFileFacts } from '@chapterhouse/domain/imports/jira-choices';
import { type CsvColumn, languageOf } from '@chapterhouse/domain/imports/jira-csv-columns';
import { DateDetector, type DateFormat } from '@chapterhouse/domain/imports/jira-dates';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import type { ImportFile } from '../import-file.js';
import { type CsvLayout, layoutRows } from './csv-layout.js';

/** Columns that are told; an export of three hundred custom fields has fewer. */
const MOST_COLUMNS = 1000;
/** Characters of a cell that is shown. */
const SAMPLE = 80;

/** What has to be known of CSV files before their rows can be read. */
export interface ScannedCsv {
  facts: JiraFileFacts;
  format: DateFormat;
  /** Key of each issue by its number in Jira: parents are told by it. */
  keyOfId: Map<string, string>;
}

/** The first look: which columns hold what, how dates are written. Memory holds numbers and keys, no rows. */
export async function scanCsv(
  files: ImportFile[],
  { columns: chosen, dates: wanted }: JiraMapping,
  timeZone: string,
  tally: ImportTally,
): Promise<ScannedCsv> {
  const dates = new DateDetector(Date.now());
  const columns = new ColumnCounter();
  const keyOfId = new Map<string, string>();
  const keyColumns = new Set<string>();
  for (const file of files) {
    let known: CsvLayout | undefined;
    for await (const { cells, layout } of layoutRows(file, chosen, { tally, keyColumns })) {
      if (layout !== known) columns.begin(layout.columns);
      known = layout;
      columns.count(layout.columns, cells);
      // In the order in which they happened: what was resolved last was changed then, or later.
      dates.row([layout.one(cells, 'CREATED'), layout.one(cells, 'RESOLVED'), layout.one(cells, 'UPDATED')]);
      // Where there is nothing better, comments begin with one.
      if (!layout.has('CREATED'))
        for (const { text } of layout.all(cells, 'COMMENT'))
          dates.row([text.slice(0, text.indexOf(';') + 1).slice(0, -1)]);
      const [id, key] = [layout.one(cells, 'ID'), layout.one(cells, 'KEY')];
      if (id !== '' && key !== '') keyOfId.set(id, key);
    }
  }
  const detected = dates.found(wanted.format, timeZone);
  return {
    facts: {
      columns: columns.told(),
      keyColumns: [...keyColumns],
      language: languageOf(columns.all),
      dates: { ...detected, timeZone },
    },
    format: detected.format,
    keyOfId,
  };
}

class ColumnCounter {
  readonly all: CsvColumn[] = [];
  private readonly byHeader = new Map<string, JiraColumn>();

  begin(columns: readonly CsvColumn[]): void {
    this.all.push(...columns);
    const counts = new Map<string, number>();
    for (const { header } of columns) counts.set(header, (counts.get(header) ?? 0) + 1);
    for (const { header, field, linkType } of columns) {
      const column = this.byHeader.get(header) ?? { header, field, linkType, columns: 0, filled: 0, sample: '' };
      column.columns = Math.max(column.columns, counts.get(header) ?? 0);
      if (this.byHeader.size < MOST_COLUMNS) this.byHeader.set(header, column);
    }
  }

  count(columns: readonly CsvColumn[], cells: readonly string[]): void {
    for (const [place, { header }] of columns.entries()) {
      const cell = cells[place] ?? '';
      const column = cell === '' ? undefined : this.byHeader.get(header);
      if (column === undefined) continue;
      column.filled += 1;
      if (column.sample === '') column.sample = cell.replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').slice(0, SAMPLE);
    }
  }

  told(): JiraColumn[] {
    return [...this.byHeader.values()];
  }
}
