const MOST_CHARACTERS = 200_000;
/** Fields and list entries: keys are compared with all others of theirs. */
const MOST_ENTRIES = 5_000;
/** Lists and fields within one another. */
const DEEPEST = 50;

/**
 * Why a YAML text is more than parsers can bear; null for every text that people write. Texts come from anybody: one of some
 * ten thousand brackets keeps a parser busy for minutes, and nothing can stop it.
 */
export function yamlTooCostly(text: string): string | null {
  if (text.length > MOST_CHARACTERS) return `it has more than ${MOST_CHARACTERS.toLocaleString('en')} characters`;
  let entries = 0;
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]{},\n]/gu)) {
    if (mark === '[' || mark === '{') depth += 1;
    if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1);
    else entries += 1;
    if (depth > DEEPEST) return `it nests more than ${DEEPEST} times`;
    if (entries > MOST_ENTRIES) return `it has more than ${MOST_ENTRIES.toLocaleString('en')} entries`;
  }
  for (const line of text.split('\n')) {
    const opened = /^(?:[ \t]*[-?:](?=[ \t]))*/u.exec(line)?.[0].match(/[-?:]/gu)?.length ?? 0;
    const indent = /^ */u.exec(line)?.[0].length ?? 0;
    if (opened > DEEPEST || indent > 4 * DEEPEST) return `it nests more than ${DEEPEST} times`;
  }
  return null;
}
