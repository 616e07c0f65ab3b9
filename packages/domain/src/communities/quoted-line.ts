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
  const saying = linesOf(body).flatMap((text, index) => (cut(text) === quote ? [index + 1] : []));
  return nearestLine(saying, { line, quote });
}

/** The same, where it is known which lines say these words. @param saying their numbers, in ascending order */
export function nearestLine(saying: readonly number[], { line, quote }: { line: number; quote: string }): QuotedLine {
  if (saying.includes(line)) return { line, isCurrent: true };
  if (quote.trim() === '') return { line, isCurrent: false };
  const nearest = saying.toSorted((one, other) => Math.abs(one - line) - Math.abs(other - line))[0];
  return nearest === undefined ? { line, isCurrent: false } : { line: nearest, isCurrent: true };
}

/** Characters of a line that are quoted. */
export const QUOTE_LIMIT = 2_000;

function cut(text: string): string {
  return text.length <= QUOTE_LIMIT ? text : Array.from(text).slice(0, QUOTE_LIMIT).join('');
}
