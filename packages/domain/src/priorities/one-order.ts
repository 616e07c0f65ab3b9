/** An item as the order knows it. No area: those without one share their slots as an area does. */
export interface OrderedItem {
  id: string;
  areaId: string | null;
}

/**
 * The one order of a product, first to last: open epics and features, each once. The area of the item in a slot is the
 * slot's area, so that an area's slots are where its items stand.
 */
export type OneOrder = readonly OrderedItem[];

/** Where to. Positions count from 1; `…_OF_AREA`: the first (last) slot of the items' own area. */
export type OrderPlace =
  | { kind: 'POSITION'; position: number }
  | { kind: 'BEFORE' | 'AFTER'; id: string }
  | { kind: 'TOP' | 'BOTTOM' | 'TOP_OF_AREA' | 'BOTTOM_OF_AREA' };

export const BOTTOM: OrderPlace = { kind: 'BOTTOM' };

/** Where one item was and is; null: not in the order. */
export interface OrderShift {
  itemId: string;
  from: number | null;
  to: number | null;
}

/** Whether a place is one of the area's own, whoever asks. */
export function isPlaceOfArea({ kind }: OrderPlace): boolean {
  return kind === 'TOP_OF_AREA' || kind === 'BOTTOM_OF_AREA';
}

/** The area that all of the items are of; undefined when they are of several, or none is there. */
export function oneAreaOf(items: OneOrder): string | null | undefined {
  const [first] = items;
  return first && items.every(({ areaId }) => areaId === first.areaId) ? first.areaId : undefined;
}

/**
 * As a Chief Product Owner moves: the items go to the place together and keep their order among themselves; all others
 * keep theirs. Ids that are not in the order are passed over. A place beside one that moves itself, or that is not there,
 * changes nothing.
 */
export function moveInOrder(order: OneOrder, ids: readonly string[], place: OrderPlace): OneOrder {
  const chosen = new Set(ids);
  const moved = order.filter(({ id }) => chosen.has(id));
  const others = order.filter(({ id }) => !chosen.has(id));
  const index = indexAmong(
    others.map(({ id }) => id),
    place,
  );
  if (index === undefined || moved.length === 0) return order;
  return [...others.slice(0, index), ...moved, ...others.slice(index)];
}

/**
 * As an Area Product Owner moves: only the items of one area change places, between the slots that the area holds.
 * A place that is another area's is taken as the nearest own one.
 */
export function moveWithinArea(order: OneOrder, ids: readonly string[], place: OrderPlace): OneOrder {
  const chosen = new Set(ids);
  const area = oneAreaOf(order.filter(({ id }) => chosen.has(id)));
  if (area === undefined) return order;
  const own = order.filter(({ areaId }) => areaId === area);
  const moved = own.filter(({ id }) => chosen.has(id));
  const others = own.filter(({ id }) => !chosen.has(id));
  const index = ownIndex(order, area, others, moved.length, place);
  if (index === undefined) return order;
  const arranged = [...others.slice(0, index), ...moved, ...others.slice(index)].values();
  return order.map((item) => (item.areaId === area ? (arranged.next().value ?? item) : item));
}

/** New ones come last, in the order given. */
export function enterOrder(order: OneOrder, items: OneOrder): OneOrder {
  const there = new Set(order.map(({ id }) => id));
  return [...order, ...items.filter(({ id }) => !there.has(id))];
}

/** New ones come to the positions that they are to have; beyond the end they come last. No two have the same. */
export function enterOrderAt(order: OneOrder, items: readonly (OrderedItem & { position: number })[]): OneOrder {
  const there = new Set(order.map(({ id }) => id));
  const inOrder = items.filter(({ id }) => !there.has(id)).sort((one, other) => one.position - other.position);
  return inOrder.reduce<OneOrder>(
    (all, { id, position }) => moveInOrder(all, [id], { kind: 'POSITION', position }),
    enterOrder(
      order,
      inOrder.map(({ id, areaId }) => ({ id, areaId })),
    ),
  );
}

/** Their slots go with them. */
export function leaveOrder(order: OneOrder, ids: readonly string[]): OneOrder {
  const gone = new Set(ids);
  return order.filter(({ id }) => !gone.has(id));
}

/** They stay where they are, and their slots become the other area's. */
export function changeArea(order: OneOrder, ids: readonly string[], areaId: string | null): OneOrder {
  const chosen = new Set(ids);
  return order.map((item) => (chosen.has(item.id) ? { ...item, areaId } : item));
}

/** Where each of the items was and is, in the order in which they stand (or stood) now; those that stayed are left out. */
export function shiftsOf(before: OneOrder, after: OneOrder, ids: readonly string[]): OrderShift[] {
  const [from, to] = [positionsOf(before), positionsOf(after)];
  return [...new Set(ids)]
    .map((itemId) => ({ itemId, from: from.get(itemId) ?? null, to: to.get(itemId) ?? null }))
    .filter((shift) => shift.from !== shift.to)
    .sort((one, other) => (one.to ?? one.from ?? 0) - (other.to ?? other.from ?? 0));
}

/** The position of each item, 1 first. */
export function positionsOf(order: OneOrder): Map<string, number> {
  return new Map(order.map(({ id }, index) => [id, index + 1]));
}

/** Before which of the others the items go; undefined beside one that is not among them. */
function indexAmong(others: readonly string[], place: OrderPlace): number | undefined {
  switch (place.kind) {
    case 'POSITION':
      return Math.min(Math.max(place.position - 1, 0), others.length);
    case 'BEFORE':
    case 'AFTER': {
      const index = others.indexOf(place.id);
      if (index < 0) return undefined;
      return place.kind === 'BEFORE' ? index : index + 1;
    }
    case 'TOP':
    case 'TOP_OF_AREA':
      return 0;
    case 'BOTTOM':
    case 'BOTTOM_OF_AREA':
      return others.length;
  }
}

/** Before which of the area's other items they go. */
function ownIndex(
  order: OneOrder,
  area: string | null,
  others: OneOrder,
  moved: number,
  place: OrderPlace,
): number | undefined {
  if (place.kind === 'POSITION') return nearestOwn(ownSlotsBefore(order, area, place.position), others.length);
  if (place.kind === 'BEFORE' || place.kind === 'AFTER') {
    const position = order.findIndex(({ id }) => id === place.id) + 1;
    const beside = order[position - 1];
    if (!beside) return undefined;
    if (beside.areaId !== area) {
      const before = ownSlotsBefore(order, area, position);
      return nearestOwn(place.kind === 'BEFORE' ? before - moved : before, others.length);
    }
  }
  return indexAmong(
    others.map(({ id }) => id),
    place,
  );
}

function nearestOwn(index: number, most: number): number {
  return Math.min(Math.max(index, 0), most);
}

function ownSlotsBefore(order: OneOrder, area: string | null, position: number): number {
  return order.slice(0, Math.max(position - 1, 0)).filter(({ areaId }) => areaId === area).length;
}
