import type { ImportProblem } from '@chapterhouse/domain/imports/import-outcome';

/** What a spreadsheet would take for a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180 in UTF-8 with a byte order mark; cells that a spreadsheet would run are led by an apostrophe. */
export function reportCsv(problems: readonly ImportProblem[]): string {
  const lines = [['where', 'what'], ...problems.map(({ where, what }) => [where, what])];
  return `\uFEFF${lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
