import { lineTooCostly } from '@chapterhouse/domain/communities/markdown-cost';
import { readReviewDate } from '@chapterhouse/domain/communities/review-dates';
import { type FrontMatter, type Problem, readFrontMatter } from '../../../platform/markdown/front-matter.js';
import { type PageLink, readPageMarkdown } from './page-markdown.js';

/** A file of a playbook as a page. Texts have `\n` at the ends of their lines. */
export interface PageFile {
  /** As the page calls itself; null when it does not. */
  title: string | null;
  /** What stands before the text: front matter and the heading that is the title. It is written back as it was. */
  head: string;
  /** The title's heading within `head`; null when that stands elsewhere. */
  titleAt: { from: number; to: number } | null;
  body: string;
  /** Of the file, from 1: the first one of `body`. */
  bodyLine: number;
  /** Places within `body`; lines of the file. */
  links: PageLink[];
  headings: string[];
  named: string[];
  /** YYYY-MM-DD */
  reviewDueOn: string | null;
  problems: Problem[];
}

const noMatter = (): Pick<FrontMatter, 'values' | 'lines' | 'problems' | 'start'> => ({
  values: new Map(),
  lines: new Map(),
  problems: [],
  start: 0,
});

/** Reads a file of anybody; what is odd about it is told, and its text is kept whatever it is. */
export function readPageFile(text: string): PageFile {
  const source = withUnixLines(text);
  const matter = readFrontMatter(source);
  // A line across the page, and no fields: both are text.
  const isMatter =
    matter.values.size > 0 || matter.problems.every(({ what }) => !what.startsWith('This must be fields'));
  const { values, lines, problems, start } = isMatter ? matter : noMatter();
  const review = readReviewDate(values);
  for (const { field, what } of review.problems) problems.push({ line: lines.get(field) ?? 1, what });
  const content = source.slice(start);
  const above = source.slice(0, start).split('\n').length - 1;
  const markdown = readPageMarkdown(content);
  if (markdown === null) {
    const line = (lineTooCostly(content) ?? 1) + above;
    problems.push({ line, what: 'This text has more marks than can be read: its links stay as they are.' });
  }
  const given = values.get('title');
  const field = typeof given === 'string' ? given.replaceAll(/\s+/gu, ' ').trim() : '';
  const heading = markdown?.title ?? null;
  const isHeading = heading !== null && (field === '' || field === heading.text);
  const from = afterBlankLines(source, isHeading ? heading.to + start : start);
  for (const line of new Set(markdown?.html))
    problems.push({ line: line + above, what: 'This HTML is not shown, only what stands within it.' });
  return {
    title: field !== '' ? field : (heading?.text ?? null),
    head: source.slice(0, from),
    titleAt: isHeading ? { from: heading.from + start, to: heading.to + start } : null,
    body: source.slice(from),
    bodyLine: source.slice(0, from).split('\n').length,
    links: (markdown?.links ?? [])
      .map((link) => ({ ...link, from: link.from + start - from, to: link.to + start - from, line: link.line + above }))
      .filter((link) => link.from >= 0),
    headings: markdown?.headings ?? [],
    named: markdown?.named ?? [],
    reviewDueOn: review.dueOn,
    problems,
  };
}

/** The day of its review alone, YYYY-MM-DD. */
export function reviewOf(text: string): string | null {
  return readReviewDate(readFrontMatter(withUnixLines(text)).values).dueOn;
}

/** Its front matter's texts, by their name. */
export function readFields(text: string): Record<string, string> {
  const { values } = readFrontMatter(withUnixLines(text));
  return Object.fromEntries(
    [...values].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll(/\s+/gu, ' ').trim()]] : [],
    ),
  );
}

/** Without a byte order mark, carriage returns and the zero bytes that the database refuses. */
export function withUnixLines(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\u0000', '');
}

function afterBlankLines(text: string, from: number): number {
  return from + (/^[ \t]*\n(?:[ \t]*\n)*/u.exec(text.slice(from))?.[0].length ?? 0);
}
