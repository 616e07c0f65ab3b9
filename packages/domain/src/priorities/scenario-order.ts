import { isPlaceOfArea, moveInOrder, moveWithinArea, oneAreaOf, type OneOrder, type OrderPlace } from './one-order.js';

/** A move that somebody tries. Its place is a position, so that it means the same wherever it is made again. */
export interface ScenarioMove {
  ids: string[];
  /** Of the first of them, once they are there; 1 first. */
  position: number;
  /** Between the slots of their own area: everybody else's items stay. */
  withinArea: boolean;
}

/** The order after the moves, one after the other. */
export function orderAfter(base: OneOrder, moves: readonly ScenarioMove[]): OneOrder {
  return moves.reduce(made, base);
}

/**
 * What a move to the place is, from the order as it stands; null where it changes nothing.
 * A place of the area's own needs items of one area: undefined where they are of several.
 */
export function tried(order: OneOrder, ids: readonly string[], place: OrderPlace): ScenarioMove | null | undefined {
  const chosen = new Set(ids);
  const moved = order.filter(({ id }) => chosen.has(id));
  const withinArea = isPlaceOfArea(place);
  if (withinArea && oneAreaOf(moved) === undefined) return undefined;
  const after = withinArea ? moveWithinArea(order, ids, place) : moveInOrder(order, ids, place);
  const position = after.findIndex(({ id }) => chosen.has(id)) + 1;
  if (position === 0 || isSame(order, after)) return null;
  return { ids: moved.map(({ id }) => id), position, withinArea };
}

/** The moves made anew on another order: what is not in it any more is left out, and so is what would change nothing. */
export function madeAnew(order: OneOrder, moves: readonly ScenarioMove[]): ScenarioMove[] {
  const there = new Set(order.map(({ id }) => id));
  const kept: ScenarioMove[] = [];
  let now = order;
  for (const move of moves) {
    const ids = move.ids.filter((id) => there.has(id));
    const position = Math.min(move.position, order.length - ids.length + 1);
    const anew = { ...move, ids, position };
    const after = made(now, anew);
    if (ids.length === 0 || isSame(now, after)) continue;
    kept.push(anew);
    now = after;
  }
  return kept;
}

/** Whether both are the same items in the same places. */
export function isSame(one: OneOrder, other: OneOrder): boolean {
  return one.length === other.length && one.every(({ id }, index) => other[index]?.id === id);
}

function made(order: OneOrder, { ids, position, withinArea }: ScenarioMove): OneOrder {
  const place: OrderPlace = { kind: 'POSITION', position };
  return withinArea ? moveWithinArea(order, ids, place) : moveInOrder(order, ids, place);
}
