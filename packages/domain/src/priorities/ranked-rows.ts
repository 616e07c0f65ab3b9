import { generateNKeysBetween } from 'fractional-indexing';
import type { OneOrder, OrderedItem } from './one-order.js';
import { compareRanks, LONGEST_RANK } from './order-ranks.js';

/**
 * How the order is stored. The slots of an area, sorted by `slotRank`, are held by the area's items, sorted by `areaRank`:
 * the first by the first, and so on. A row stores one slot and one item's place, and the two need not meet; so moving an
 * item writes at most two rows: its own, and the one that stores the slot it holds.
 */
export interface RankedRow extends OrderedItem {
  slotRank: string;
  areaRank: string;
}

export interface RankChanges {
  left: string[];
  written: RankedRow[];
  entered: RankedRow[];
}

/** The order as the rows say it. */
export function orderOf(rows: readonly RankedRow[]): OneOrder {
  const slots = [...rows].sort((one, other) => compareRanks(one.slotRank, other.slotRank));
  const places = new Map<string | null, Iterator<RankedRow>>();
  for (const areaId of new Set(rows.map((row) => row.areaId))) {
    const own = rows.filter((row) => row.areaId === areaId);
    places.set(areaId, own.sort((one, other) => compareRanks(one.areaRank, other.areaRank)).values());
  }
  return slots.flatMap(({ areaId }) => {
    const holder: IteratorResult<RankedRow, unknown> | undefined = places.get(areaId)?.next();
    return holder && !holder.done ? [{ id: holder.value.id, areaId }] : [];
  });
}

/** The same order in short ranks. */
export function rankedAnew(order: OneOrder): RankedRow[] {
  const ranks = generateNKeysBetween(null, null, order.length);
  return order.map((item, at) => ({ ...item, slotRank: ranks[at] ?? '', areaRank: ranks[at] ?? '' }));
}

export function hasLongRank({ written, entered }: RankChanges): boolean {
  return [...written, ...entered].some(
    ({ slotRank, areaRank }) => slotRank.length > LONGEST_RANK || areaRank.length > LONGEST_RANK,
  );
}

export function isSameRow(row: RankedRow, other: RankedRow | undefined): boolean {
  return row.slotRank === other?.slotRank && row.areaRank === other.areaRank && row.areaId === other.areaId;
}
