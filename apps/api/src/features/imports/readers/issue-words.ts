import { createHash } from 'node:crypto';
import { TEXT_LIMIT } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { ITEM_DESCRIPTION_LIMIT, ITEM_TITLE_LIMIT } from '@chapterhouse/domain/priorities/item-fields';
import { cut } from './plain-value.js';

/** `ABC-12`. */
export const ISSUE_KEY = /^[A-Za-z][A-Za-z0-9_]{0,49}-\d{1,10}$/;

/** What a person's address looks like; anything else is no address. */
export const EMAIL = /^[^@\s]+@[^@\s]+$/;

/** In one line, within our limit. */
export function titleOf(key: string, title: string | undefined, tally: ImportTally): string {
  const line = (title ?? key).replaceAll(/\s+/g, ' ');
  const short = cut(line, ITEM_TITLE_LIMIT);
  if (title === undefined) tally.problem(key, 'Has no summary: its key is its title.');
  else if (short !== line) tally.problem(key, `Its title is longer than ${ITEM_TITLE_LIMIT} characters: it is cut.`);
  return short;
}

/** A short fingerprint of a text; empty for none. */
export function hashOf(text: string): string {
  return text === '' ? '' : createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

export function tellCut(key: string, text: string, tally: ImportTally): void {
  if (text.length > ITEM_DESCRIPTION_LIMIT)
    tally.problem(
      key,
      `Its description is longer than ${ITEM_DESCRIPTION_LIMIT.toLocaleString('en')} characters: it is cut.`,
    );
}

export const shortDescription = (text: string): string => cut(text, ITEM_DESCRIPTION_LIMIT);

/** Within the limit of an impediment's texts, with how many were longer. */
export function shortTexts(
  description: string,
  bodies: readonly string[],
): { description: string; bodies: string[]; shortened: number } {
  const short = [description, ...bodies].map((text) => cut(text, TEXT_LIMIT));
  const [first = '', ...others] = short;
  return {
    description: first,
    bodies: others,
    shortened: short.filter((text, place) => text !== [description, ...bodies][place]).length,
  };
}
