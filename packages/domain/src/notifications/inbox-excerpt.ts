import { ASK_ANSWER_TITLES } from '../decisions/delegation-flow.js';
import type { EventPayload } from '../event-payload.js';

/** Characters of an excerpt, the ellipsis included. */
export const EXCERPT_LENGTH = 200;

/**
 * What was said at the event, plain and short: the comment or reason, else the resolution, else the next step. Of consent and
 * advice first which of them it is.
 */
export function inboxExcerpt({ note, changes }: Partial<EventPayload>): string {
  const changed = (name: string): string => changes?.find(({ field }) => field === name)?.to ?? '';
  const said = note || changed('resolution') || changed('nextStep');
  const answered = ASK_ANSWERS.includes(changed('answer')) ? changed('answer') : '';
  return plainExcerpt([answered, said].filter(Boolean).join(': '));
}

const ASK_ANSWERS: readonly string[] = Object.values(ASK_ANSWER_TITLES);

/** Of a text only its beginning is read: no more is shown, and it may be long. */
const READ_LENGTH = 10 * EXCERPT_LENGTH;

/** Markdown as one line of its words; cells of a table with commas between them. */
export function plainExcerpt(markdown: string): string {
  const plain = markdown
    .slice(0, READ_LENGTH)
    .replaceAll(/^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$/gmu, '')
    .replaceAll(/^[ \t]*\|(.*)$/gmu, (_, row: string) => `${cellsOf(row).join(', ')};`)
    .replaceAll(/^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$/gmu, '')
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>+|[-*+]|\d+[.)])[ \t]+/gmu, '')
    .replaceAll(/^[ \t]*\[[ xX]\][ \t]+/gmu, '')
    .replaceAll(/^[ \t]*(?:```.*|~~~.*)$/gmu, '')
    .replaceAll(/\*\*|__|~~|`/gu, '')
    .replaceAll(/(?<![\p{L}\p{N}\\*_])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/;$/u, '');
  const characters = Array.from(plain);
  if (characters.length <= EXCERPT_LENGTH) return plain;
  return `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim())
    .filter(Boolean);
}
