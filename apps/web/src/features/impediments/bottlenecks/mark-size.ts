/** The radius of the most that is on the map, in parts of a hundred of a cell's side; a ring fits around it. */
const MOST = 41;
/** The smallest that is seen. */
const LEAST = 5;
/** The radius in which a number of one digit fits; each further one needs some more. */
const FIRST_DIGIT = 14;
const NEXT_DIGIT = 5;
/** Between a mark and its ring. */
const RING = 5;

export type MarkSize = { radius: number; ring: number; holdsNumber: boolean };

/** Twice the days are twice the area, not twice the radius. */
export function markSize(days: number, most: number): MarkSize {
  const radius = Math.max(LEAST, MOST * Math.sqrt(days / Math.max(most, 1)));
  const rounded = Math.round(radius * 10) / 10;
  return { radius: rounded, ring: rounded + RING, holdsNumber: rounded >= roomFor(days) };
}

function roomFor(days: number): number {
  return FIRST_DIGIT + NEXT_DIGIT * (String(days).length - 1);
}

const ROUND = [1, 2, 5];

/** Up to three round numbers for a legend, the most first: the largest that fits, and what is far smaller. */
export function legendDays(most: number): number[] {
  const known: number[] = [];
  for (let unit = 1; unit <= most; unit *= 10)
    for (const times of ROUND) if (times * unit <= most) known.push(times * unit);
  return [known.at(-1), known.at(-3), known.at(-5)].flatMap((days) => days ?? []);
}
