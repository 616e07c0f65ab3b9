/** What a text mentions beyond this many people is passed over: nobody reads a list that long. */
export const MENTION_LIMIT = 50;

/** A name in square brackets (without line breaks, brackets in it escaped), then the person's id as clients know it. */
const MENTION =
  /(?<![\\!])\[@((?:[^[\]\\\r\n]|\\.){1,200})\]\(person:Person_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/giu;
/** The line that opens or closes a block of code, also in a list or a quotation. */
const FENCE = /^[ \t>]*(`{3,}|~{3,})(.*)$/u;
const QUOTE = /^ {0,3}>/u;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/u;
const INDENTED = /^(?: {4}|\t)/u;
const ESCAPES = /\\([[\]\\])/gu;

/**
 * The ids (as in the database) of the people whom a markdown text mentions as `[@Ana Roth](person:Person_<uuid>)`, each
 * once, in the order of the text. What stands in code is no mention. Says nothing about whether such people exist.
 */
export function mentionedPeople(text: string): string[] {
  const found = new Set<string>();
  for (const [, , id] of withoutCode(text).matchAll(MENTION)) {
    if (id !== undefined) found.add(id.toLowerCase());
    if (found.size === MENTION_LIMIT) break;
  }
  return [...found];
}

/** Those whom the text mentions now and did not mention before. */
export function newlyMentioned(before: string, after: string): string[] {
  const known = new Set(mentionedPeople(before));
  return mentionedPeople(after).filter((id) => !known.has(id));
}

/** Those whom any of several texts mentions now and none of them did before, at most as many as of one text. */
export function newlyMentionedIn(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(before.flatMap(mentionedPeople));
  const found = new Set(after.flatMap(mentionedPeople).filter((id) => !known.has(id)));
  return [...found].slice(0, MENTION_LIMIT);
}

/** The text with each mention as the name alone, for excerpts and notes: `@Ana Roth`. */
export function mentionsAsWords(text: string): string {
  return text.replaceAll(MENTION, (_, name: string) => `@${name.replaceAll(ESCAPES, '$1')}`);
}

/** Blocks of code go as whole lines, spans of code as what stands between equal runs of backticks. */
function withoutCode(text: string): string {
  return withoutBlocks(text.split(/\r\n|\r|\n/u))
    .split(/\n(?:[ \t]*\n)+/u)
    .map(withoutSpans)
    .join('\n\n');
}

function withoutBlocks(lines: readonly string[]): string {
  const kept: string[] = [];
  let fence: Fence | undefined;
  let inList = false;
  for (const line of lines) {
    const isQuoted = QUOTE.test(line);
    // The end of a quotation ends what was open in it.
    if (fence?.isQuoted && !isQuoted) fence = undefined;
    const [, run, rest = ''] = FENCE.exec(line) ?? [];
    const isBlank = (kept.at(-1) ?? '').trim() === '';
    if (fence !== undefined) {
      if (run !== undefined && closes(fence, run, rest)) fence = undefined;
      kept.push('');
    } else if (run !== undefined && opens(run, rest)) {
      fence = { run, isQuoted };
      kept.push('');
    } else {
      if (LIST_ITEM.test(line)) inList = true;
      else if (isBlank && /^\S/u.test(line)) inList = false;
      // What is indented in a list belongs to its item; elsewhere it goes on with a paragraph, or is code.
      kept.push(INDENTED.test(line) && isBlank && !inList ? '' : line);
    }
  }
  return kept.join('\n');
}

interface Fence {
  run: string;
  isQuoted: boolean;
}

/** After backticks no further one: that would be a span of code. */
function opens(run: string, rest: string): boolean {
  return !(run.startsWith('`') && rest.includes('`'));
}

function closes(fence: Fence, run: string, rest: string): boolean {
  return run.charAt(0) === fence.run.charAt(0) && run.length >= fence.run.length && rest.trim() === '';
}

/** One pass over the runs of backticks of a paragraph, so that no text makes it slow. */
function withoutSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/`+/gu)].map((match) => ({ at: match.index, length: match[0].length }));
  const waiting = new Map<number, number[]>();
  for (const { at, length } of runs.toReversed()) {
    const sameLength = waiting.get(length) ?? [];
    sameLength.push(at);
    waiting.set(length, sameLength);
  }
  let kept = '';
  let from = 0;
  for (const { at, length } of runs) {
    const sameLength = waiting.get(length) ?? [];
    sameLength.pop();
    const end = sameLength.at(-1);
    if (at < from || end === undefined || isEscaped(paragraph, at)) continue;
    kept += `${paragraph.slice(from, at)} `;
    from = end + length;
  }
  return kept + paragraph.slice(from);
}

function isEscaped(text: string, at: number): boolean {
  return text.charAt(at - 1) === '\\' && text.charAt(at - 2) !== '\\';
}
