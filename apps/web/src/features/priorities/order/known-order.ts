/**
 * What a screen knows of one product's order, of which it has loaded only some windows. Places count from 0 among what
 * passes the filter, positions from 1 among all. Nothing here changes what it is given.
 */

/** Rows that are asked for at once. */
export const WINDOW = 100;

export type KnownRow = {
  id: string;
  areaId: string | null;
  position: number;
  /** The loading that told of it; of an earlier one than the order's: shown until it is told anew. */
  loading: number;
};

/** Which part of the order the places stand for. */
export type Cut =
  /** All of it: a place and a position are the same. */
  | { kind: 'WHOLE' }
  /** The slots of one area, and nothing else left out. */
  | { kind: 'AREA'; areaId: string }
  /** Whatever passes a filter; `areaIds` where it says so, else null. */
  | { kind: 'PART'; areaIds: readonly string[] | null };

export type KnownOrder = {
  cut: Cut;
  /** Counts the moves that it knows. */
  number: number;
  /** All of the order. */
  length: number;
  /** By place; null: not known. As many as pass the filter. */
  rows: readonly (KnownRow | null)[];
  loading: number;
};

/** What was loaded: a run of rows as they were when the order had made so many moves. */
export type OrderWindow = {
  number: number;
  length: number;
  total: number;
  /** The place of the first one. */
  from: number;
  rows: readonly { id: string; areaId: string | null; position: number }[];
};

export const unknownOrder = (cut: Cut): KnownOrder => ({ cut, number: -1, length: 0, rows: [], loading: 0 });

/** Nothing of it is sure any more: it stays on the screen until it is loaded again. */
export const doubted = (order: KnownOrder): KnownOrder => ({ ...order, loading: order.loading + 1 });

export const isSure = (order: KnownOrder, row: KnownRow | null | undefined): boolean =>
  row !== null && row !== undefined && row.loading === order.loading;

export const positionAt = (order: KnownOrder, place: number): number | null =>
  order.cut.kind === 'WHOLE' ? place + 1 : (order.rows[place]?.position ?? null);

export const placeOf = (order: KnownOrder, id: string): number => order.rows.findIndex((row) => row?.id === id);

/** The first places of the windows that have to be loaded so that `from` to `to` (inclusive) is sure. */
export function missingWindows(order: KnownOrder, from: number, to: number): number[] {
  const missing: number[] = [];
  const last = Math.min(to, order.rows.length - 1);
  for (let place = Math.max(0, from); place <= last; place++) {
    if (isSure(order, order.rows[place])) continue;
    const start = Math.floor(place / WINDOW) * WINDOW;
    missing.push(start);
    place = start + WINDOW - 1;
  }
  return missing;
}

/** With what was loaded, which is no older than what was known. */
export function withWindow(order: KnownOrder, window: OrderWindow): KnownOrder {
  const asBefore = order.number === window.number && order.rows.length === window.total;
  const base = asBefore ? order : doubted(order);
  const rows = base.rows.slice(0, window.total);
  while (rows.length < window.total) rows.push(null);
  window.rows.forEach((row, index) => {
    if (window.from + index < rows.length) rows[window.from + index] = { ...row, loading: base.loading };
  });
  // What stood elsewhere until now would be there twice.
  if (!asBefore) {
    const told = new Set(window.rows.map(({ id }) => id));
    rows.forEach((row, place) => {
      if (row && row.loading !== base.loading && told.has(row.id)) rows[place] = null;
    });
  }
  return { ...base, number: window.number, length: window.length, rows };
}
