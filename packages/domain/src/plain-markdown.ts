const FENCE = /^(?:`{3,}|~{3,})/u;
/** Rules, lines under headings and under the heads of tables: nothing is said in them. */
const RULE = /^[\s:|*_=-]+$/u;
const QUOTED = /^(?:>[ \t]?)+/u;
const HEADING = /^#{1,6}[ \t]+/u;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u;
const DEFINITION = /^\[[^[\]]+\]:\s/u;
const PICTURE = /!\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/gu;
const LINK = /\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/gu;
const ADDRESS = /<((?:https?|mailto):[^<>\s]*)>/gu;
const TAG = /<\/?[a-z][^<>]*>/giu;
const STRESS = /`+|~~|\*+(?=\S)|(?<=\S)\*+|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu;
const ESCAPED = /\\([!-/:-@[-`{-~])/gu;
/** Where escaped signs wait, so that nothing takes them for marks. */
const KEPT = 0xe200;
const WAITING = /[\uE200-\uE27F]/gu;
/** Between a heading, or a cell, and what follows. */
const BETWEEN = ' · ';

/**
 * What Markdown says, as words in one line: for excerpts, beginnings and lists. No more than a look at each line, so that
 * a text of any length takes one go; what is drawn for people is read by a parser.
 */
export function plainMarkdown(source: string): string {
  const said: string[] = [];
  let fence: string | null = null;
  for (const line of withoutComments(source.replaceAll(WAITING, '')).split(/\r\n|\r|\n/u)) {
    const trimmed = line.trim();
    const mark = FENCE.exec(trimmed)?.[0];
    if (mark !== undefined && fence === null) fence = mark;
    else if (fence !== null && mark?.startsWith(fence) === true) fence = null;
    else if (fence !== null) said.push(trimmed);
    else said.push(plainLine(trimmed));
  }
  const text = said.join(' ').replaceAll(/\s+/gu, ' ').trim();
  return text.endsWith(BETWEEN.trimEnd()) ? text.slice(0, -BETWEEN.trimEnd().length) : text;
}

function plainLine(line: string): string {
  const inner = line.replace(QUOTED, '').trim();
  if (RULE.test(inner) || DEFINITION.test(inner)) return '';
  const isHeading = HEADING.test(inner);
  const words = inner
    .replace(HEADING, '')
    .replace(ITEM, '')
    .replaceAll(ESCAPED, (_, sign: string) => String.fromCharCode(KEPT + sign.charCodeAt(0)))
    .replaceAll(PICTURE, '$1')
    .replaceAll(LINK, '$1')
    .replaceAll(ADDRESS, '$1')
    .replaceAll(TAG, '')
    .replaceAll(STRESS, '');
  const plain = (words.startsWith('|') ? cellsOf(words) : words).replaceAll(WAITING, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - KEPT),
  );
  return isHeading ? `${plain}${BETWEEN}` : plain;
}

const cellsOf = (row: string): string =>
  row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(BETWEEN);

function withoutComments(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const begins = source.indexOf('<!--', from);
    const ends = begins === -1 ? -1 : source.indexOf('-->', begins + 4);
    if (ends === -1) break;
    parts.push(source.slice(from, begins));
    from = ends + 3;
  }
  return parts.join('') + source.slice(from);
}
