import type { KnownOrder } from './known-order';
import { placeOf } from './known-order';
import type { Move } from './predict-move';

/** Whose places somebody may change. */
export type MayMove = {
  /** Anything. */
  all: boolean;
  /** Those of these areas, between their own slots. */
  areaIds: ReadonlySet<string>;
};

export const NOTHING: MayMove = { all: false, areaIds: new Set() };

export function mayMoveRow(may: MayMove, row: { areaId: string | null } | null | undefined): boolean {
  if (!row) return false;
  return may.all || (row.areaId !== null && may.areaIds.has(row.areaId));
}

export type Drop = {
  move: Move;
  /** Before which place the line stands that shows it. */
  gap: number;
};

/**
 * What a drop between two rows means. Told by the neighbour and not by its number, so that it is meant the same when
 * others move meanwhile.
 * @param gap before which place, 0 to as many as there are
 * @returns null where nothing would move
 */
export function dropAt(order: KnownOrder, ids: readonly string[], gap: number, may: MayMove): Drop | null {
  const places = ids.map((id) => placeOf(order, id)).filter((place) => place >= 0);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0) return null;
  // Between themselves, where they stand side by side already.
  if (gap >= first && gap <= last + 1 && last - first === places.length - 1) return null;
  return may.all ? anywhere(order, ids, places, gap) : ontoOwnSlot(order, ids, places, gap);
}

function anywhere(order: KnownOrder, ids: readonly string[], places: readonly number[], gap: number): Drop | null {
  const held = new Set(places);
  let next = gap;
  while (held.has(next)) next++;
  const after = order.rows[next];
  if (after) return { move: { ids, to: { before: after.id }, withinArea: false }, gap };
  let previous = gap - 1;
  while (held.has(previous)) previous--;
  const before = order.rows[previous];
  if (before) return { move: { ids, to: { after: before.id }, withinArea: false }, gap };
  return null;
}

/** Between slots of others there is none to take: the nearest own one on the way back is meant. */
function ontoOwnSlot(order: KnownOrder, ids: readonly string[], places: readonly number[], gap: number): Drop | null {
  const area = order.rows[places[0] ?? -1]?.areaId;
  if (area === undefined || places.some((place) => order.rows[place]?.areaId !== area)) return null;
  const held = new Set(places);
  const isOther = (place: number) => order.rows[place]?.areaId === area && !held.has(place);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (gap <= first) {
    for (let place = gap; place < last; place++) {
      if (order.rows[place] === null) return null;
      const row = order.rows[place];
      if (row && isOther(place)) return { move: { ids, to: { before: row.id }, withinArea: true }, gap: place };
    }
    return null;
  }
  for (let place = gap - 1; place > first; place--) {
    if (order.rows[place] === null) return null;
    const row = order.rows[place];
    if (row && isOther(place)) return { move: { ids, to: { after: row.id }, withinArea: true }, gap: place + 1 };
  }
  return null;
}

/** One step up or down: past the neighbour, or past the next own slot. */
export function stepOf(order: KnownOrder, ids: readonly string[], step: 'up' | 'down', may: MayMove): Drop | null {
  const places = ids.map((id) => placeOf(order, id)).filter((place) => place >= 0);
  if (places.length === 0) return null;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const by = step === 'up' ? -1 : 1;
  const area = order.rows[first]?.areaId;
  for (let place = step === 'up' ? first - 1 : last + 1; place >= 0 && place < order.rows.length; place += by) {
    const row = order.rows[place];
    if (!row) return null;
    if (may.all || row.areaId === area) return dropAt(order, ids, step === 'up' ? place : place + 1, may);
  }
  return null;
}

/** Before which place a pointer stands. @param y pixels from the first row's top @param height pixels of a row */
export function gapAt(y: number, height: number, count: number): number {
  return Math.min(Math.max(Math.round(y / height), 0), count);
}
