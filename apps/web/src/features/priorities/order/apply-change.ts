import { doubted, type KnownOrder, type KnownRow, positionAt } from './known-order';

export type Shift = { itemId: string; from: number | null; to: number | null };

/** What moved, in positions before and after. An AREA move shifts the area's other items between its own slots. */
export type Change = {
  scope: 'ORDER' | 'AREA' | 'SCENARIO' | 'RULE';
  areaId: string | null;
  moved: readonly Shift[];
};

/** The order after it. What cannot be told from what is known becomes unknown, or doubted as a whole. */
export function applyChange(order: KnownOrder, change: Change): KnownOrder {
  if (change.scope === 'AREA') return afterAreaMove(order, change);
  if (order.cut.kind === 'WHOLE') return afterMove(order, change);
  // Whether it passes the filter now, only the server knows.
  if (change.scope === 'RULE') return doubted(order);
  return afterMoveOfAPart(order, change.moved);
}

const inOrderOf = (moved: readonly Shift[], end: 'from' | 'to') =>
  moved
    .flatMap((shift) => {
      const at = shift[end];
      return at === null ? [] : { itemId: shift.itemId, at };
    })
    .sort((one, other) => one.at - other.at);

function afterMove(order: KnownOrder, { scope, moved }: Change): KnownOrder {
  const rows = [...order.rows];
  const out = inOrderOf(moved, 'from');
  const into = inOrderOf(moved, 'to');
  const taken = new Map<string, KnownRow>();
  for (const { itemId, at } of out.toReversed()) {
    const [row] = rows.splice(at - 1, 1);
    if (!row) continue;
    // It is not where it should be: what is known is not what it was.
    if (row.id !== itemId) return doubted(order);
    // It may be in another area now.
    if (scope !== 'RULE') taken.set(itemId, row);
  }
  for (const { itemId, at } of into) rows.splice(at - 1, 0, taken.get(itemId) ?? null);
  return { ...order, rows, length: order.length + into.length - out.length };
}

/** Positions shift for all; a place changes only where one of them passes the filter. */
function afterMoveOfAPart(order: KnownOrder, moved: readonly Shift[]): KnownOrder {
  const out = inOrderOf(moved, 'from').map(({ at }) => at);
  const into = inOrderOf(moved, 'to');
  const target = new Map(into.map(({ itemId, at }) => [itemId, at]));
  const shifted = (position: number): number => {
    let at = position - out.filter((from) => from < position).length;
    for (const { at: to } of into) if (to <= at) at++;
    return at;
  };
  const stay = order.rows.filter((row) => row === null || !target.has(row.id));
  const rows = stay.map((row) => row && { ...row, position: shifted(row.position) });
  const held = new Map(order.rows.flatMap((row) => (row && target.has(row.id) ? [[row.id, row] as const] : [])));
  // One of those that are not known may be among them.
  if (held.size < target.size && order.rows.includes(null)) return doubted(order);
  for (const { itemId, at } of into) {
    const row = held.get(itemId);
    if (!row) continue;
    const behind = rows.findIndex((one) => one !== null && one.position > at);
    const place = behind < 0 ? rows.length : behind;
    if (place > 0 && rows[place - 1] === null) return doubted(order);
    rows.splice(place, 0, { ...row, position: at });
  }
  return { ...order, rows };
}

function afterAreaMove(order: KnownOrder, { areaId, moved }: Change): KnownOrder {
  const { cut } = order;
  if (cut.kind === 'WHOLE') return inOwnSlots(order, areaId, moved);
  if (cut.kind === 'AREA') return cut.areaId === areaId ? amongItself(order, moved) : order;
  // Nobody else's items change place.
  const concerns = cut.areaIds === null || (areaId !== null && cut.areaIds.includes(areaId));
  return concerns ? doubted(order) : order;
}

/** The places between are all slots of the area: their positions stay, the items shift. */
function amongItself(order: KnownOrder, moved: readonly Shift[]): KnownOrder {
  const positions = order.rows.map((_, place) => positionAt(order, place));
  const placeAt = (position: number | null) => (position === null ? -1 : positions.indexOf(position));
  const shifts = moved.map(({ itemId, from, to }) => ({ itemId, from: placeAt(from), to: placeAt(to) }));
  if (shifts.some(({ from, to }) => from < 0 || to < 0)) return doubted(order);
  const rows: (KnownRow | null)[] = [...order.rows];
  const taken = new Map<string, KnownRow | null>();
  for (const { itemId, from } of shifts.toSorted((a, b) => b.from - a.from))
    taken.set(itemId, rows.splice(from, 1)[0] ?? null);
  for (const { itemId, to } of shifts.toSorted((a, b) => a.to - b.to)) rows.splice(to, 0, taken.get(itemId) ?? null);
  const placed = rows.map((row, place) => {
    const position = positions[place] ?? null;
    return row && position !== null ? { ...row, position } : null;
  });
  return { ...order, rows: placed };
}

/** Others stand between the area's slots; where a stretch is not known, what comes out of it is not known either. */
function inOwnSlots(order: KnownOrder, areaId: string | null, moved: readonly Shift[]): KnownOrder {
  const ends = moved.flatMap(({ from, to }) => (from === null || to === null ? [] : [from - 1, to - 1]));
  if (ends.length === 0) return order;
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const stretch = order.rows.slice(first, last + 1);
  const rows = [...order.rows];
  if (!stretch.includes(null)) {
    const slots = stretch.flatMap((row, index) => (row && row.areaId === areaId ? first + index : []));
    const held = new Map(slots.map((place) => [order.rows[place]?.id, order.rows[place] ?? null]));
    const going = new Map(moved.map(({ itemId, to }) => [(to ?? 0) - 1, held.get(itemId)]));
    const names = new Set(moved.map(({ itemId }) => itemId));
    if ([...going].some(([place, row]) => row === undefined || !slots.includes(place))) return doubted(order);
    const stay = slots.flatMap((place) => {
      const row = order.rows[place];
      return row && !names.has(row.id) ? row : [];
    });
    for (const place of slots) rows[place] = going.get(place) ?? stay.shift() ?? null;
    return { ...order, rows };
  }
  const [only] = moved;
  if (moved.length === 1 && only) return { ...order, rows: carried(rows, areaId, only) };
  for (let place = first; place <= last; place++) if (rows[place]?.areaId === areaId) rows[place] = null;
  for (const { itemId, to } of moved)
    if (to !== null) rows[to - 1] = order.rows.find((row) => row?.id === itemId) ?? null;
  return { ...order, rows };
}

/** From slot to slot each takes the place of the one before it. */
function carried(rows: (KnownRow | null)[], areaId: string | null, { itemId, from, to }: Shift): (KnownRow | null)[] {
  if (from === null || to === null || from === to) return rows;
  const step = to < from ? 1 : -1;
  let carry = rows[from - 1]?.id === itemId ? (rows[from - 1] ?? null) : null;
  for (let place = to - 1; place !== from - 1 + step; place += step) {
    const row = rows[place] ?? null;
    const isEnd = place === from - 1 || place === to - 1;
    if (!isEnd && row !== null && row.areaId !== areaId) continue;
    if (!isEnd && row === null) {
      // Whether it holds a slot of the area is not known.
      carry = null;
      continue;
    }
    rows[place] = carry;
    carry = row;
  }
  return rows;
}
