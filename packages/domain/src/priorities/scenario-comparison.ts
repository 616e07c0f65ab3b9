/** As many items of the order are what comes next: their shares say who gets to work. */
const NEXT_ITEMS = 50;
const MOST_SHIFTS = 200;

/** Two orders of the same items, by ids. */
export interface TwoOrders {
  before: readonly string[];
  after: readonly string[];
  /** Those that somebody moved; the others were pushed aside. */
  chosen: ReadonlySet<string>;
}

/** From one position to another, 1 first. */
export interface Shift {
  id: string;
  from: number;
  to: number;
  chosen: boolean;
}

export interface Shifts {
  /** Those that were moved come first, then the farthest; as many as anybody reads. */
  rises: Shift[];
  falls: Shift[];
  riseCount: number;
  fallCount: number;
}

/** What became of the items of a goal, an area, or of none. */
export interface GroupShift {
  id: string | null;
  items: number;
  rises: number;
  falls: number;
  /** Mean positions. */
  before: number;
  after: number;
  /** Of what comes next, percent. */
  shareBefore: number;
  shareAfter: number;
}

/** Position by id, 1 first. */
export function positionsOf(order: readonly string[]): Map<string, number> {
  return new Map(order.map((id, index) => [id, index + 1]));
}

/** What rises and what falls. */
export function shiftsOf(orders: TwoOrders): Shifts {
  const all = allShifts(orders);
  const rises = all.filter(({ from, to }) => to < from).sort(movedFirst);
  const falls = all.filter(({ from, to }) => to > from).sort(movedFirst);
  return {
    rises: rises.slice(0, MOST_SHIFTS),
    falls: falls.slice(0, MOST_SHIFTS),
    riseCount: rises.length,
    fallCount: falls.length,
  };
}

/** Only groups of which an item shifted, those that shifted farthest first. @param groupOf null: in none */
export function groupShifts(orders: TwoOrders, groupOf: (id: string) => string | null): GroupShift[] {
  const next = Math.min(NEXT_ITEMS, orders.before.length);
  const groups = new Map<string | null, GroupShift>();
  for (const { id, from, to } of allShifts(orders)) {
    const group = groupOf(id);
    const sums = groups.get(group) ?? emptyGroup(group);
    groups.set(group, {
      id: group,
      items: sums.items + 1,
      rises: sums.rises + Number(to < from),
      falls: sums.falls + Number(to > from),
      before: sums.before + from,
      after: sums.after + to,
      shareBefore: sums.shareBefore + Number(from <= next),
      shareAfter: sums.shareAfter + Number(to <= next),
    });
  }
  return [...groups.values()]
    .filter(({ rises, falls }) => rises + falls > 0)
    .map((sums) => ({
      ...sums,
      before: sums.before / sums.items,
      after: sums.after / sums.items,
      shareBefore: (100 * sums.shareBefore) / next,
      shareAfter: (100 * sums.shareAfter) / next,
    }))
    .sort((one, other) => distance(other) - distance(one));
}

function allShifts({ before, after, chosen }: TwoOrders): Shift[] {
  const from = positionsOf(before);
  return after.flatMap((id, index) => {
    const was = from.get(id);
    return was === undefined ? [] : [{ id, from: was, to: index + 1, chosen: chosen.has(id) }];
  });
}

function movedFirst(one: Shift, other: Shift): number {
  return Number(other.chosen) - Number(one.chosen) || far(other) - far(one) || one.to - other.to;
}

function far({ from, to }: Shift): number {
  return Math.abs(from - to);
}

function distance({ before, after }: GroupShift): number {
  return Math.abs(before - after);
}

function emptyGroup(id: string | null): GroupShift {
  return { id, items: 0, rises: 0, falls: 0, before: 0, after: 0, shareBefore: 0, shareAfter: 0 };
}
