import type { ImpedimentCardFragment } from '../../../generated/graphql';
import type { Lane } from './board-lanes';

/** A board is a pile of rows: the head of a lane, then rows of cards, the first of each column beside each other. */
export type BoardRow = { lane: number; /** -1: the lane's head. */ index: number };

export type Place = { lane: number; column: number; index: number; row: number };

export type BoardLayout = {
  rows: BoardRow[];
  /** The first row of each lane. */
  starts: number[];
  /** Where each card is, by key; cards of collapsed lanes are nowhere. */
  places: Map<string, Place>;
  /** Keys in the order of the page: lane by lane, column by column. */
  order: string[];
};

/**
 * @param shown the columns that are shown: all of them, or on a phone one
 * @param isCollapsed by the lane's id
 */
export function layoutOf(
  lanes: readonly Lane[],
  shown: readonly number[],
  headed: boolean,
  isCollapsed: (laneId: string) => boolean,
): BoardLayout {
  const layout: BoardLayout = { rows: [], starts: [], places: new Map(), order: [] };
  lanes.forEach((lane, at) => {
    layout.starts.push(layout.rows.length);
    if (headed) layout.rows.push({ lane: at, index: -1 });
    if (headed && isCollapsed(lane.id)) return;
    const first = layout.rows.length;
    const height = Math.max(1, ...shown.map((column) => lane.cells[column]?.length ?? 0));
    for (let index = 0; index < height; index++) layout.rows.push({ lane: at, index });
    for (const column of shown) {
      lane.cells[column]?.forEach(({ key }, index) => {
        layout.places.set(key, { lane: at, column, index, row: first + index });
        layout.order.push(key);
      });
    }
  });
  return layout;
}

export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** The card that lies there from this one: in its column, or beside it at the same height; null at the edge. */
export function neighbourOf(
  lanes: readonly Lane[],
  layout: BoardLayout,
  from: string | null,
  step: Step,
): string | null {
  const place = from === null ? undefined : layout.places.get(from);
  if (!place) return layout.order[0] ?? null;
  if (step === 'left' || step === 'right') return beside(lanes, layout, place, step === 'right' ? 1 : -1);
  const column = [...layout.places].filter(([, other]) => other.column === place.column).map(([key]) => key);
  const at = column.indexOf(from ?? '');
  const next = { up: at - 1, down: at + 1, first: 0, last: column.length - 1 }[step];
  return column[next] ?? null;
}

function beside(lanes: readonly Lane[], layout: BoardLayout, place: Place, by: number): string | null {
  const columns = [...new Set([...layout.places.values()].map(({ column }) => column))].sort((a, b) => a - b);
  const column = columns[columns.indexOf(place.column) + by];
  if (column === undefined) return null;
  const at = (lane: number): ImpedimentCardFragment[] => lanes[lane]?.cells[column] ?? [];
  // In this lane if it has any there, else in the nearest lane that has.
  for (let away = 0; away < lanes.length; away++) {
    for (const lane of [place.lane + away, place.lane - away]) {
      const cards = at(lane).filter(({ key }) => layout.places.has(key));
      const card =
        lane === place.lane
          ? cards[Math.min(place.index, cards.length - 1)]
          : cards[lane > place.lane ? 0 : cards.length - 1];
      if (card) return card.key;
    }
  }
  return null;
}
