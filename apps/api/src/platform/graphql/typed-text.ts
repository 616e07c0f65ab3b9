/** Text as somebody typed it, in a form that PostgreSQL stores: no NUL, no half characters, no spaces around it. */
export function typedText(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}

/** The same where an input may leave it out. */
export function typedTextIfGiven(text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : typedText(text);
}

/** The beginning of a text that is looked for: longer ones only cost time. */
export function searchText(text: string): string {
  return Array.from(typedText(text)).slice(0, SEARCH_LENGTH).join('');
}
const SEARCH_LENGTH = 200;

/** For `like`: the text itself, whatever it contains. */
export function containing(text: string): string {
  return `%${searchText(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** The beginning of a long text, for an event that names what changed. */
export function excerpt(text: string): string | null {
  const characters = Array.from(text);
  if (characters.length === 0) return null;
  return characters.length <= EXCERPT_LENGTH ? text : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}
const EXCERPT_LENGTH = 280;
