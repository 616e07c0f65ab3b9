/** Where a link of the map stands: rows and columns from 0, their names at -1. */
export type Place = { row: number; column: number };

/** Where a key leads to from a place, among those where something is; null: nowhere, or no key of the map. */
export function placeAfter(places: readonly Place[], from: Place, key: string): Place | null {
  const ofRow = places.filter(({ row }) => row === from.row).toSorted((one, other) => one.column - other.column);
  switch (key) {
    case 'ArrowRight':
      return ofRow.find(({ column }) => column > from.column) ?? null;
    case 'ArrowLeft':
      return ofRow.findLast(({ column }) => column < from.column) ?? null;
    case 'Home':
      return ofRow[0] ?? null;
    case 'End':
      return ofRow.at(-1) ?? null;
    case 'ArrowDown':
      return inNearestRow(places, from, 1);
    case 'ArrowUp':
      return inNearestRow(places, from, -1);
    default:
      return null;
  }
}

/** The nearest to the column, in the next row that has any. */
function inNearestRow(places: readonly Place[], from: Place, step: 1 | -1): Place | null {
  const beyond = places.filter(({ row }) => (row - from.row) * step > 0);
  const row = beyond.reduce<number | null>(
    (nearest, place) => (nearest === null || (nearest - place.row) * step > 0 ? place.row : nearest),
    null,
  );
  const away = ({ column }: Place): number => Math.abs(column - from.column);
  return beyond.filter((place) => place.row === row).toSorted((one, other) => away(one) - away(other))[0] ?? null;
}
