import type { ImpedimentCardFragment } from '../../../generated/graphql';
import type { CardSurroundings } from '../impediment-board/card-surroundings';
import { LIST_COLUMNS, type ListColumn } from './list-columns';
import type { ListView } from './list-view';

const words = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** In the order of a column; what has nothing there comes last. Ties by age, then by key. */
export function inOrder(
  impediments: readonly ImpedimentCardFragment[],
  { order, descending }: Pick<ListView, 'order' | 'descending'>,
  around: CardSurroundings,
): ImpedimentCardFragment[] {
  const { rank }: ListColumn = LIST_COLUMNS[order];
  const ranked = impediments.map((impediment) => ({
    impediment,
    rank: rank(impediment, around),
    number: LIST_COLUMNS.key.rank(impediment),
  }));
  const direction = descending ? -1 : 1;
  ranked.sort((a, b) => {
    if ((a.rank === null) !== (b.rank === null)) return a.rank === null ? 1 : -1;
    return (
      direction * compare(a.rank, b.rank) ||
      a.impediment.raisedAt.localeCompare(b.impediment.raisedAt) ||
      a.number - b.number
    );
  });
  return ranked.map(({ impediment }) => impediment);
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b);
  return Number(a) - Number(b);
}

/** Rows that were there stay where they were, what is gone leaves, what is new comes last. */
export function steady<T extends { id: string }>(shown: readonly string[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = shown.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(shown);
  return [...kept, ...rows.filter(({ id }) => !known.has(id))];
}
