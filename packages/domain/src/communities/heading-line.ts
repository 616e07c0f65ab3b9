/** A heading of Markdown, as far as one line tells. */
export interface HeadingLine {
  /** From 1 to 6. */
  level: number;
  words: string;
}

const HEADING = /^ {0,3}(?<marks>#{1,6})(?:[ \t](?<words>.*))?$/u;

/** `## Words ##`; undefined for another line. Takes a line of any length in one go. */
export function headingLine(line: string): HeadingLine | undefined {
  const { marks, words = '' } = HEADING.exec(line)?.groups ?? {};
  return marks === undefined ? undefined : { level: marks.length, words: withoutMarks(words.trim()) };
}

/** Without the marks that may close it: those behind a space, or nothing but them. */
function withoutMarks(words: string): string {
  const kept = withoutEnd(words, '#');
  if (kept.length === words.length) return words;
  return kept === '' || /[ \t]$/u.test(kept.slice(-1)) ? kept.trimEnd() : words;
}

/** Without any of these characters at its end. */
export function withoutEnd(words: string, characters: string): string {
  let end = words.length;
  while (end > 0 && characters.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}
