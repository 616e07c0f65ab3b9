/** Marks of one paragraph, squared and added up: what a parser's time grows with. One paragraph of 4,000 is under a second. */
const MOST_COST = 16_000_000;
/** Quotes and lists within one another. */
const DEEPEST = 60;

const MARK = /[*_[\]<>`!~|@\\]|(?:^|[ \t])(?:[-+]|\d+[.)])(?=[ \t])/gu;
/** Begins a list, wherever it stands: nothing of the paragraph before is looked at again. */
const STARTS_ANEW = /^[-*+][ \t]+\S/u;

/**
 * The line, from 1, behind which a text has more marks than parsers can bear; null for every text that people write. Texts
 * come from anybody: paragraphs of ten thousand marks keep a parser busy for minutes, and nothing can stop it.
 */
export function lineTooCostly(text: string): number | null {
  let cost = 0;
  let marks = 0;
  for (const [place, line] of text.split(/\r\n?|\n/u).entries()) {
    if (line.trim() === '' || STARTS_ANEW.test(line)) marks = 0;
    const found = line.match(MARK)?.length ?? 0;
    cost += (marks + found) ** 2 - marks ** 2;
    marks += found;
    if (cost > MOST_COST || nested(line) > DEEPEST) return place + 1;
  }
  return null;
}

/** How many quotes and lists a line opens, at the most. */
function nested(line: string): number {
  const opened = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/u.exec(line)?.[0] ?? '';
  const spaces = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
  return Math.max(
    opened.match(/>|[-*+]|\d+/gu)?.length ?? 0,
    spaces > 4 * DEEPEST && opened.trim() !== '' ? spaces : 0,
  );
}
