import type { EventPayload } from '../event-payload.js';

/** Characters of an excerpt, the ellipsis included. */
export const EXCERPT_LENGTH = 200;

/** What was said at the event, plain and short: the comment or reason, else the resolution, else the next step. */
export function inboxExcerpt({ note, changes }: Partial<EventPayload>): string {
  const changed = (name: string): string => changes?.find(({ field }) => field === name)?.to ?? '';
  return plainExcerpt(note || changed('resolution') || changed('nextStep'));
}

/** Markdown as one line of its words. */
export function plainExcerpt(markdown: string): string {
  const plain = markdown
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>+|[-*+]|\d+[.)])[ \t]+/gmu, '')
    .replaceAll(/^[ \t]*(?:```.*|~~~.*)$/gmu, '')
    .replaceAll(/\*\*|__|~~|`/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= EXCERPT_LENGTH) return plain;
  return `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}
