import type { CsvColumn } from '@chapterhouse/domain/imports/jira-csv-columns';
import { ISSUE_KEY } from './issue-words.js';

/** Headers that are named in one sentence, and letters of each. */
const MOST_NAMED = 12;
const MOST_LETTERS = 60;
/** Share of rows: one that was written by hand may have none. */
const NEARLY_ALL = 0.9;

/** A file none of whose headers is known as the key of the issues: in another language, or no export of issues. */
export class KeylessFile {
  private rows = 0;
  /** How many cells of each column look like a key. */
  private readonly keys: number[];

  constructor(private readonly columns: readonly CsvColumn[]) {
    this.keys = columns.map(() => 0);
  }

  take(cells: readonly string[]): void {
    this.rows += 1;
    for (const place of this.columns.keys())
      if (ISSUE_KEY.test(cells[place]?.trim() ?? '')) this.keys[place] = (this.keys[place] ?? 0) + 1;
  }

  /** Headers of the columns that have a key in nearly every row, from left to right. */
  candidates(): string[] {
    if (this.rows === 0) return [];
    const enough = this.rows * NEARLY_ALL;
    const found = this.columns.filter(({ header }, place) => header !== '' && (this.keys[place] ?? 0) >= enough);
    return [...new Set(found.map(({ header }) => header))];
  }

  /** What is wrong, and what to do about it. */
  words(): string {
    const [likely] = this.candidates();
    const unknown = [...new Set(this.columns.filter(({ field }) => field === null).map(({ header }) => header))];
    if (likely === undefined) return `${NO_KEY}: this is no export of issues.${notKnown('Not known', unknown)}`;
    const others = unknown.filter((header) => header !== likely);
    return `${NO_KEY}. ${likely} looks like it: say that it is KEY, under columns of the mapping.${notKnown('Not known either', others)}`;
  }
}

const NO_KEY = 'None of its columns is the key of the issues (Issue key, Clé de ticket, Clave de incidencia)';

function notKnown(words: string, headers: readonly string[]): string {
  if (headers.length === 0) return '';
  const shown = headers.slice(0, MOST_NAMED).map((header) => header.slice(0, MOST_LETTERS));
  const more = headers.length - shown.length;
  return ` ${words}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
