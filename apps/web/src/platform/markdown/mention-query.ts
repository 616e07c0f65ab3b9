export type MentionQuery = {
  /** Where the sign is. */
  from: number;
  /** What was typed behind it. */
  words: string;
};

/** `@` for a person, `#` for anything else. */
export type NameSign = '@' | '#';

/** A sign that begins a word, then up to three words of a name: "@ana li". */
const typed = (sign: NameSign) =>
  new RegExp(
    String.raw`(?:^|[\s([{>"'*_~/])${sign}([\p{L}\p{N}][\p{L}\p{N}\p{M}.'’-]*(?: [\p{L}\p{N}\p{M}.'’-]*){0,2})?$`,
    'u',
  );
const TYPED = { '@': typed('@'), '#': typed('#') };
/** Nobody's name is longer. */
const LONGEST = 60;

/** Whom or what somebody is about to name at the caret; null when nothing. An e-mail address names nobody. */
export function mentionQueryAt(text: string, caret: number, sign: NameSign = '@'): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const found = TYPED[sign].exec(before);
  if (!found) return null;
  const words = found[1] ?? '';
  return { from: caret - words.length - 1, words };
}
