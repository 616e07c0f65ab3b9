export type MentionQuery = {
  /** Where the `@` is. */
  from: number;
  /** What was typed behind it. */
  words: string;
};

/** An `@` that begins a word, then up to three words of a name: "@ana li". */
const TYPED = /(?:^|[\s([{>"'*_~/])@([\p{L}\p{N}][\p{L}\p{N}\p{M}.'’-]*(?: [\p{L}\p{N}\p{M}.'’-]*){0,2})?$/u;
/** Nobody's name is longer. */
const LONGEST = 60;

/** Whom somebody is about to name at the caret; null when nobody. An e-mail address names nobody. */
export function mentionQueryAt(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const found = TYPED.exec(before);
  if (!found) return null;
  const words = found[1] ?? '';
  return { from: caret - words.length - 1, words };
}
