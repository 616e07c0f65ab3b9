import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../auth/viewer.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';

export const SEARCH_KINDS = [
  'IMPEDIMENT',
  'DECISION',
  'ITEM',
  'CADENCE',
  'COMMUNITY',
  'ARTIFACT',
  'PAGE',
  'IDEA',
  'DISCUSSION',
  'CHECKLIST_RUN',
  'ADOPTION',
  'PERSON',
  'TEAM',
  'AREA',
  'PRODUCT',
  'SOURCE',
  'LABEL',
  'VIEW',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A thing that was found; `id` is the global one. */
export interface Hit {
  kind: SearchKind;
  id: string;
  key: string | null;
  title: string;
  detail: string;
  /** 0: exactly what was asked for, 1: begins so, 2: a word of it begins so, 3: contains it, or says all of the words, 4: nearly. */
  distance: number;
}

/** Finds the things of one feature. @param words what was typed: 1 to 200 characters @param limit at most so many */
export type Finder = (tx: Tx, viewer: Viewer, words: string, limit: number) => Promise<Hit[]>;

/** How everything is found from one field: each feature registers what it has. */
@Injectable()
export class Searches {
  private readonly finders: Finder[] = [];

  constructor(@Inject(Database) private readonly database: Database) {}

  register(finder: Finder): void {
    this.finders.push(finder);
  }

  /** The nearest first; of the same distance in the order of the kinds. */
  async find(viewer: Viewer, text: string, first: number): Promise<Hit[]> {
    const words = Array.from(text.replaceAll('\u0000', '').trim()).slice(0, MOST_CHARACTERS).join('');
    if (words === '') return [];
    const hits = await this.database.transaction(scopeOf(viewer), async (tx) => {
      const found: Hit[] = [];
      for (const finder of this.finders) found.push(...(await finder(tx, viewer, words, first)));
      return found;
    });
    const order = (hit: Hit): number => hit.distance * SEARCH_KINDS.length + SEARCH_KINDS.indexOf(hit.kind);
    return hits.toSorted((a, b) => order(a) - order(b)).slice(0, first);
  }
}

const MOST_CHARACTERS = 200;

/** SQL for how far a text is from what was typed; `$2` is the text as it is, `$3` the same for `like`. */
export function distanceOf(column: string): string {
  return `case when lower(${column}) = lower($2) then 0
               when ${column} ilike $3 || '%' then 1
               when ${column} ilike '% ' || $3 || '%' then 2
               when ${column} ilike '%' || $3 || '%' then 3
               else 4 end`;
}

/** SQL: the same of a thing that may be found by what it says, too. @param said whether it says all of the words */
export function distanceSaying(column: string, said: string): string {
  return `least(${distanceOf(column)}, case when ${said} then 3 else 4 end)`;
}

/** SQL: it contains the text, or nearly so. */
export function looksLike(column: string): string {
  return `(${column} ilike '%' || $3 || '%' or word_similarity($2, ${column}) >= 0.4)`;
}

/** The text itself within a `like`. */
export function literal(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
