import type { SearchQuery } from '../../generated/graphql';
import { type Folded, fold, hasWords } from './matching-commands';

export type SearchHit = SearchQuery['search'][number];

const KEY = /^imp[\s-]?(\d{1,9})$/i;

/** The key that somebody typed, as it is written: `imp 12` means IMP-12. */
export function keyIn(text: string): string | null {
  const digits = KEY.exec(text.trim())?.[1];
  return digits === undefined ? null : `IMP-${Number(digits)}`;
}

/** Where a hit is looked at; null for a kind that a newer server knows and this page does not. */
export function addressOf({ kind, id, key }: SearchHit): string | null {
  switch (kind) {
    case 'IMPEDIMENT':
      return `/impediments/${key ?? ''}`;
    case 'PERSON':
      return `/people/${id}`;
    case 'TEAM':
      return `/teams/${id}`;
    case 'AREA':
    case 'PRODUCT':
      return `/organization#place-${id}`;
    case 'SOURCE':
      return `/sources/${id}`;
    case 'LABEL':
      return `/impediments?${new URLSearchParams({ label: id })}`;
    case 'VIEW':
      return key;
    default:
      return null;
  }
}

/** While the answer to longer words is on its way, what an earlier one found and still has all of them. */
export function stillFits(hit: SearchHit, words: Folded): boolean {
  return hasWords(fold([hit.key, hit.title, hit.detail].join(' ')), words);
}
