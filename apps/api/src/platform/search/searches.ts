import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../auth/viewer.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { GUESS } from './distance.js';

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
  /** As in `DISTANCE`, plus `ENDED` for what is over. */
  distance: number;
}

/** A hit, and whether it is only called nearly as what was typed. */
export type SaidHit = Hit & { isGuess: boolean };

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

  /** The nearest first, the kinds by turns where they are equally near; guesses only where nothing else is found. */
  async find(viewer: Viewer, text: string, first: number): Promise<SaidHit[]> {
    const words = Array.from(text.replaceAll('\u0000', '').trim()).slice(0, MOST_CHARACTERS).join('');
    if (words === '') return [];
    const hits = await this.database.transaction(scopeOf(viewer), async (tx) => {
      const found: Hit[] = [];
      for (const finder of this.finders) found.push(...(await finder(tx, viewer, words, first)));
      return found;
    });
    const found = hits.filter(({ distance }) => distance < GUESS);
    const isGuess = found.length === 0;
    const most = isGuess ? Math.min(first, MOST_GUESSES) : first;
    return nearest(isGuess ? hits : found, most).map((hit) => ({ ...hit, isGuess }));
  }
}

const MOST_CHARACTERS = 200;
const MOST_GUESSES = 5;

/** Of one kind no more than a part of what is shown, while there are others. */
const PARTS = 3;

/**
 * By their distance; those of the same by turns of their kinds, in the order that each came in. Hundreds of one kind leave
 * room for the few of another, even those that are further away.
 */
function nearest(hits: readonly Hit[], most: number): Hit[] {
  const ofKind = new Map<SearchKind, number>();
  const ofGroup = new Map<string, number>();
  const next = <K>(counts: Map<K, number>, key: K): number => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
  const placed = hits
    .toSorted((a, b) => a.distance - b.distance)
    .map((hit) => ({
      hit,
      isMore: next(ofKind, hit.kind) >= Math.ceil(most / PARTS),
      turn: next(ofGroup, `${hit.distance} ${hit.kind}`),
    }));
  const inOrder = (a: (typeof placed)[number], b: (typeof placed)[number]): number =>
    a.hit.distance - b.hit.distance ||
    a.turn - b.turn ||
    SEARCH_KINDS.indexOf(a.hit.kind) - SEARCH_KINDS.indexOf(b.hit.kind);
  return placed
    .toSorted((a, b) => Number(a.isMore) - Number(b.isMore) || inOrder(a, b))
    .slice(0, most)
    .toSorted(inOrder)
    .map(({ hit }) => hit);
}
