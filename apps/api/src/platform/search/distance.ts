import type { Tx } from '../database/tx.js';
import { wordsIn } from './words-begun.js';

/** How far a thing is from what was typed, over all kinds: a title says more than a text. */
export const DISTANCE = {
  /** Its key was typed. */
  KEY: 0,
  /** It is called so. */
  TITLE: 10,
  /** Its title begins so. */
  BEGINNING: 20,
  /** Words of its title begin as the typed ones do, in any order. */
  WORDS: 30,
  /** Its title has it inside a word. */
  WITHIN: 40,
  /** It says all of the words. */
  SAID: 50,
  /** It is called nearly so. */
  GUESS: 60,
} as const;
export const { GUESS } = DISTANCE;

/** What is over comes after what is as near, and before what is further away. */
export const ENDED = 5;

/** What `$1` to `$4` are in the SQL below: the organization, what was typed, the same for `like`, and its words. */
export function typedValues(tx: Tx, words: string): [string, string, string, string[]] {
  return [tx.organizationId, words, literal(words), wordsIn(words)];
}

/** SQL for how far a title is from what was typed. */
export function distanceOf(column: string): string {
  return `case when lower(${column}) = lower($2) then ${DISTANCE.TITLE}
               when ${column} ilike $3 || '%' then ${DISTANCE.BEGINNING}
               when ${hasWords(column)} then ${DISTANCE.WORDS}
               when ${column} ilike '%' || $3 || '%' then ${DISTANCE.WITHIN}
               else ${GUESS} end`;
}

/** SQL: the same of a thing that may be found by what it says, too. @param said whether it says all of the words */
export function distanceSaying(column: string, said: string): string {
  return `least(${distanceOf(column)}, case when ${said} then ${DISTANCE.SAID} else ${GUESS} end)`;
}

/** SQL: its title holds what was typed, as it is or all of its words. */
export function isTitled(column: string): string {
  return `(${column} ilike '%' || $3 || '%' or ${hasWords(column)})`;
}

/** SQL: its title holds what was typed, or nearly so. */
export function looksLike(column: string): string {
  return `(${isTitled(column)} or word_similarity($2, ${column}) >= 0.4)`;
}

/** SQL: each typed word, of which there is one at least, begins a word of it. */
function hasWords(column: string): string {
  return String.raw`($4::text[] <> '{}' and ${column} ~* all (array(select '\m' || typed.word from unnest($4::text[]) as typed(word))))`;
}

/** The text itself within a `like`. */
function literal(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
