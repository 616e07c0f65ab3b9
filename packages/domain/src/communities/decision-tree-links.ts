import type { TreeSource } from './decision-tree-source.js';
import { readWords } from './decision-tree-words.js';

/** One arrow and its label. */
export interface ReadLink {
  text: string;
  at: number;
}

/** Heads: an arrow, a circle or a cross (unless a word begins with that letter), none. */
const HEAD = String.raw`(?:>|[ox](?![\p{L}\p{N}_]))`;

/** Each kind of line: whole, begun with words to follow, and what ends those. */
const LINES = [
  { whole: line(`--+(?:${HEAD}|-)`), begun: line('--(?!-)'), ends: anywhere(`--+(?:${HEAD}|-)`) },
  { whole: line(`==+(?:${HEAD}|=)`), begun: line('==(?!=)'), ends: anywhere(`==+(?:${HEAD}|=)`) },
  {
    whole: line(String.raw`-\.+-${HEAD}?`),
    begun: line(String.raw`-\.(?![.-])`),
    // Not from within the dots: that would read a long row of them again from each.
    ends: anywhere(String.raw`(?<!\.)\.+-${HEAD}?`),
  },
] as const;

const BEGINS_LIKE_ONE = /\s*(?:<?[-=]|<-|~~~)/uy;

/** Reads an arrow when one follows, over line ends; undefined when none does. @throws TreeSlip */
export function takeLink(source: TreeSource): ReadLink | undefined {
  if (source.peek(BEGINS_LIKE_ONE) === undefined) return undefined;
  source.skipBlank();
  const at = source.at;
  if (source.takes('~~~'))
    throw source.slip('ARROW', 'An invisible line answers nothing; take it away or draw an arrow (-->).', at);
  if (source.takes('<'))
    throw source.slip('ARROW', 'An arrow leads one way: write --> from the question to what follows.', at);
  for (const { whole, begun, ends } of LINES) {
    if (source.take(whole) !== undefined) return { at, text: takePipedLabel(source) };
    if (source.take(begun) !== undefined) return { at, text: takeLabelUpTo(source, ends, at) };
  }
  throw source.slip('ARROW', 'Write an arrow as -->, or with its answer as -->|yes|.', at);
}

/** `-->|yes|` */
function takePipedLabel(source: TreeSource): string {
  source.skipSpaces();
  const at = source.at;
  if (!source.takes('|')) return '';
  source.skipSpaces();
  const quoted = takeQuoted(source);
  if (quoted !== undefined) {
    source.skipSpaces();
    if (!source.takes('|')) throw source.slip('LABEL', 'End the answer with | behind its quotes.');
    return readWords(quoted);
  }
  const text = source.take(/[^|\n"()[\]{}]*/uy) ?? '';
  if (source.takes('|')) return readWords(text);
  if (source.peek(/["()[\]{}]/uy) !== undefined)
    throw source.slip('QUOTES', `Put the answer in quotes: ${source.here()} cannot stand in it otherwise.`);
  throw source.slip('LABEL', 'This answer has no end: write | behind it.', at);
}

/** `-- yes -->` */
function takeLabelUpTo(source: TreeSource, ends: RegExp, at: number): string {
  source.skipSpaces();
  const quoted = takeQuoted(source);
  if (quoted !== undefined) source.skipSpaces();
  ends.lastIndex = source.at;
  const end = ends.exec(source.text);
  const between = end === null ? '' : source.text.slice(source.at, end.index);
  if (end === null || between.includes('\n'))
    throw source.slip('LABEL', 'This answer has no end: write -- yes --> or -->|yes|.', at);
  if (quoted !== undefined && between.trim() !== '')
    throw source.slip('LABEL', 'Only the arrow may follow the quotes of an answer.');
  source.at = end.index + end[0].length;
  return readWords(quoted ?? between);
}

/** Without the quotes; undefined when none begin here. Markdown texts of Mermaid have backticks within. */
export function takeQuoted(source: TreeSource): string | undefined {
  const at = source.at;
  if (!source.takes('"')) return undefined;
  const text = source.take(/[^"]*/uy) ?? '';
  if (!source.takes('"')) throw source.slip('QUOTES', 'These quotes are not closed.', at);
  return /^`[^]*`$/u.test(text) ? text.slice(1, -1) : text;
}

function line(pattern: string): RegExp {
  return new RegExp(pattern, 'uy');
}

function anywhere(pattern: string): RegExp {
  return new RegExp(pattern, 'gu');
}
