import type { Change, Shift } from './apply-change';
import { type KnownOrder, placeOf, positionAt } from './known-order';

/** Where to; as the api takes it. */
export type Place =
  | { before: string }
  | { after: string }
  | { position: number }
  | { top: true }
  | { bottom: true }
  | { topOfArea: true }
  | { bottomOfArea: true };

export type Move = {
  ids: readonly string[];
  to: Place;
  /** Only the area's own slots are permuted. */
  withinArea: boolean;
};

/** What the move will do, by what is known; null where that does not suffice, and only the answer tells. */
export function predictMove(order: KnownOrder, { ids, to, withinArea }: Move): Change | null {
  const places = ids.map((id) => placeOf(order, id)).sort((one, other) => one - other);
  if (places.length === 0 || places[0] === -1) return null;
  return withinArea || 'topOfArea' in to || 'bottomOfArea' in to
    ? inOwnSlots(order, places, to)
    : anywhere(order, places, to);
}

function anywhere(order: KnownOrder, places: readonly number[], to: Place): Change | null {
  const from = places.map((place) => positionAt(order, place));
  const held = from.filter((position) => position !== null);
  if (held.length < from.length) return null;
  const first = firstOf(order, held, to);
  if (first === null) return null;
  const moved = places.map((place, index) => shiftOf(order, place, held[index] ?? 0, first + index));
  return { scope: 'ORDER', areaId: null, moved: moved.filter((shift) => shift.from !== shift.to) };
}

/** The position of the first one that moves, once all have. */
function firstOf(order: KnownOrder, held: readonly number[], to: Place): number | null {
  const most = order.length - held.length + 1;
  if ('position' in to) return Math.min(Math.max(to.position, 1), most);
  if ('top' in to) return 1;
  if ('bottom' in to) return most;
  const beside = anchorOf(to);
  const at = beside === null ? null : positionAt(order, placeOf(order, beside));
  if (at === null || at < 1 || held.includes(at)) return null;
  return at - held.filter((position) => position < at).length + ('after' in to ? 1 : 0);
}

const anchorOf = (to: Place): string | null => ('before' in to ? to.before : 'after' in to ? to.after : null);

const shiftOf = (order: KnownOrder, place: number, from: number, to: number): Shift => ({
  itemId: order.rows[place]?.id ?? '',
  from,
  to,
});

/** Where the area's slots between are all known. */
function inOwnSlots(order: KnownOrder, places: readonly number[], to: Place): Change | null {
  const area = order.rows[places[0] ?? -1]?.areaId;
  if (area === undefined || places.some((place) => order.rows[place]?.areaId !== area)) return null;
  // Other places of a part may be held by items of the area that do not pass the filter.
  if (order.cut.kind === 'PART') return null;
  const reach = reachOf(order, places, to);
  if (reach === null) return null;
  const stretch = order.rows.slice(reach.first, reach.last + 1);
  if (stretch.includes(null)) return null;
  const slots = stretch.flatMap((row, index) => (row?.areaId === area ? reach.first + index : []));
  const others = slots.filter((place) => !places.includes(place));
  const index = indexAmong(order, others, to);
  if (index === null) return null;
  const after = [...others.slice(0, index), ...places, ...others.slice(index)];
  const moved = slots.flatMap((slot, at) => {
    const was = after[at];
    if (was === undefined || was === slot || !places.includes(was)) return [];
    return shiftOf(order, was, positionAt(order, was) ?? 0, positionAt(order, slot) ?? 0);
  });
  return { scope: 'AREA', areaId: area, moved };
}

/** The places that the move may touch. */
function reachOf(order: KnownOrder, places: readonly number[], to: Place): { first: number; last: number } | null {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if ('top' in to || 'topOfArea' in to) return { first: 0, last };
  if ('bottom' in to || 'bottomOfArea' in to) return { first, last: order.rows.length - 1 };
  // Which own slot is the nearest one is the server's to say.
  if ('position' in to) return null;
  const beside = placeOf(order, anchorOf(to) ?? '');
  if (beside < 0 || order.rows[beside]?.areaId !== order.rows[first]?.areaId) return null;
  return { first: Math.min(first, beside), last: Math.max(last, beside) };
}

function indexAmong(order: KnownOrder, others: readonly number[], to: Place): number | null {
  if ('top' in to || 'topOfArea' in to) return 0;
  if ('bottom' in to || 'bottomOfArea' in to) return others.length;
  const index = others.indexOf(placeOf(order, anchorOf(to) ?? ''));
  if (index < 0) return null;
  return 'after' in to ? index + 1 : index;
}
