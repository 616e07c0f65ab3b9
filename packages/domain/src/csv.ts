/** What a cell may hold; null is an empty cell. Moments and dates are given as text. */
export type CsvValue = string | number | boolean | null;

export interface CsvColumn<R> {
  title: string;
  value: (row: R) => CsvValue;
}

/**
 * A table as text, by RFC 4180: commas, lines that end with CRLF, the titles first. For a file that spreadsheets open
 * with the right letters, put a byte order mark (U+FEFF) before it.
 *
 * Texts that a spreadsheet would take for a formula get an apostrophe before them: whoever wrote `=HYPERLINK(…)` into a
 * title must not run anything on the machine of the one who opens the file. Numbers stay as they are, also negative ones.
 */
export function csvOf<R>(rows: readonly R[], columns: readonly CsvColumn<R>[]): string {
  const head = csvLine(columns.map(({ title }) => title));
  return [head, ...rows.map((row) => csvLine(columns.map(({ value }) => value(row))))].join('');
}

/** One line of `csvOf`, with its end: for files that are written as they are read. */
export function csvLine(values: readonly CsvValue[]): string {
  // A lone empty cell would be an empty line, which many readers skip.
  const line = values.length === 1 && cellOf(values[0] ?? null) === '' ? '""' : values.map(cellOf).join(',');
  return `${line}\r\n`;
}

// What begins a formula in some spreadsheet, also in its full width and behind blanks that an import cuts off; a tab or
// a line end at the beginning can make the rest a cell of its own.
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
/** The semicolon, because in some countries it separates. */
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/u;

function cellOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
