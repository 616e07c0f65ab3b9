/** Characters of a question, an outcome or an answer. */
export const TREE_WORDS_LIMIT = 500;

/** Those of Mermaid (`#quot;`) and of HTML (`&quot;`), which its pictures read as well. */
const NAMED = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['num', '#'],
]);

const ENTITY = /(?:&#|#|&)(?:(?<code>\d{1,7})|(?<name>[a-z]{2,5}));/giu;
const LINE_BREAK = /\n|<br\s*\/?>/iu;

/** The words that a text means: entities read, spaces single, lines as they are broken. */
export function readWords(written: string): string {
  return tidyWords(written.split(LINE_BREAK).map(decoded).join('\n'));
}

/** As words are kept: one space between words, no empty lines. */
export function tidyWords(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Words between quotes, as `readWords` reads them. */
export function writtenWords(words: string): string {
  const safe = words
    .replaceAll('#', '#35;')
    // Every one: before a written # it would begin an entity of HTML.
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    // A backtick at the beginning would make it one of Mermaid's Markdown texts.
    .replace(/^`/u, '#96;')
    .replaceAll('\n', '<br/>');
  return `"${safe}"`;
}

function decoded(line: string): string {
  return line.replace(ENTITY, (entity: string, code?: string, name?: string) => {
    if (code !== undefined) return characterOf(Number(code)) ?? entity;
    return NAMED.get((name ?? '').toLowerCase()) ?? entity;
  });
}

/** Undefined for what is no character that can be shown: control characters, halves of a pair. */
function characterOf(code: number): string | undefined {
  const known = code >= 32 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return known ? String.fromCodePoint(code) : undefined;
}
