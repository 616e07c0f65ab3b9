import { linesOf } from './page-merge.js';

/** Where a line that somebody commented on stands now. */
export interface QuotedLine {
  /** From 1; where it stood, when it is not there any more. */
  line: number;
  isCurrent: boolean;
}

/** The line as it is quoted beside a comment; null where the text has no such line. */
export function quoteOf(body: string, line: number): string | null {
  const quoted = linesOf(body)[line - 1];
  return quoted === undefined ? null : cut(quoted);
}

/**
 * Follows a line through changes of its page: the same words, as near as they can be to where they stood. An empty line is
 * found only where it was: there are many.
 */
export function followLine(body: string, { line, quote: given }: { line: number; quote: string }): QuotedLine {
  const quote = cut(given);
  const lines = linesOf(body).map(cut);
  if (lines[line - 1] === quote) return { line, isCurrent: true };
  if (quote.trim() === '') return { line, isCurrent: false };
  const found = lines.flatMap((text, index) => (text === quote ? [index + 1] : []));
  const nearest = found.sort((one, other) => Math.abs(one - line) - Math.abs(other - line))[0];
  return nearest === undefined ? { line, isCurrent: false } : { line: nearest, isCurrent: true };
}

const QUOTE_LIMIT = 2_000;

function cut(text: string): string {
  return text.length <= QUOTE_LIMIT ? text : Array.from(text).slice(0, QUOTE_LIMIT).join('');
}
