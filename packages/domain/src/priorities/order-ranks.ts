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

export function keyAfter(rank: string | undefined): string {
  return generateNKeysBetween(rank, null, 1)[0] ?? '';
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
  let [low, high] = [0, ranks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? '') < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
