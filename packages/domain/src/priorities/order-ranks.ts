import { generateNKeysBetween } from 'fractional-indexing';

/** A key that grows longer than this is a sign to write the ranks of the order anew. */
export const LONGEST_RANK = 60;

/** An item's place among those of its area. */
export interface Place {
  rank: string;
  id: string;
}

/** Gives the chosen ones ranks between their neighbours; a run of them that is in order already keeps its own. */
export function rankedBetween(places: readonly Place[], chosen: ReadonlySet<string>): Place[] {
  const result: Place[] = [];
  for (let at = 0; at < places.length;) {
    const place = places[at];
    if (!place) break;
    if (!chosen.has(place.id)) {
      result.push(place);
      at++;
      continue;
    }
    let end = at;
    while (end < places.length && chosen.has(places[end]?.id ?? '')) end++;
    const run = places.slice(at, end);
    const [low, high] = [result.at(-1)?.rank, places[end]?.rank];
    const fresh = ascends(low, run, high) ? run.map(({ rank }) => rank) : generateNKeysBetween(low, high, run.length);
    result.push(...run.map(({ id }, index) => ({ id, rank: fresh[index] ?? '' })));
    at = end;
  }
  return result;
}

function ascends(low: string | undefined, run: readonly Place[], high: string | undefined): boolean {
  const all = [
    ...(low === undefined ? [] : [low]),
    ...run.map(({ rank }) => rank),
    ...(high === undefined ? [] : [high]),
  ];
  return all.every((rank, at) => at === 0 || compareRanks(all[at - 1] ?? '', rank) < 0);
}

/**
 * Ranks for new ones that are to stand at these positions among all, counted from 1 and ascending; beyond the end they come
 * one after the other.
 */
export function ranksAt(ranks: readonly string[], positions: readonly number[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < positions.length;) {
    // So many of the present ones stand before it.
    const before = Math.min(Math.max((positions[at] ?? 1) - 1 - at, 0), ranks.length);
    let end = at + 1;
    while (end < positions.length && Math.min(Math.max((positions[end] ?? 1) - 1 - end, 0), ranks.length) <= before)
      end++;
    result.push(...generateNKeysBetween(ranks[before - 1], ranks[before], end - at));
    at = end;
  }
  return result;
}

/** As the database compares with collation "C". */
export function compareRanks(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function byRank(one: { rank: string }, other: { rank: string }): number {
  return compareRanks(one.rank, other.rank);
}

/** Where the rank is, or would be, in an ascending list. */
export function indexOfRank(ranks: readonly string[], rank: string): number {
  return indexBy(ranks, rank, (one) => one);
}

/** As `indexOfRank`, of what has a rank. */
export function indexAmongRanked(ranked: readonly { rank: string }[], rank: string): number {
  return indexBy(ranked, rank, (one) => one.rank);
}

function indexBy<T>(list: readonly T[], rank: string, rankOf: (one: T) => string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && rankOf(one) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
