import type { DependencyMapQuery } from '../../../generated/graphql';
import { shareOf, type Span } from './map-time';

export type DrawnMap = DependencyMapQuery['dependencyMap'];
export type DrawnLine = DrawnMap['lines'][number];

/** A lane for an area; `null`: what is of no area. */
export type Lane = { id: string | null; name: string; top: number; height: number };

/** Where one end of a dependency stands. */
export type End = { x: number; y: number };

export type PlacedLine = { line: DrawnLine; provider: End; consumer: End };

export type MapLayout = { lanes: Lane[]; lines: PlacedLine[]; height: number };

/** Pixels: of a row of marks in a lane, what a lane has above and below its rows, and how near marks may come. */
const ROW = 18;
const PADDING = 12;
const NEAR = 18;
/** Pixels at both ends of the time, so that no mark is cut. */
const EDGE = 8;

/** Where a day stands. @param width pixels for the time */
export const xOf = (day: string, span: Span, width: number): number => EDGE + shareOf(day, span) * (width - 2 * EDGE);

type Mark = { lane: string | null; x: number; row: number };

/**
 * Lanes for areas, time from left to right. A line leads from the day that is promised in the provider's lane to the day
 * that it is needed in the consumer's: one that leads backwards comes too late. Marks that would cover each other stand
 * below each other.
 * @param width pixels for the time
 */
export function layoutOf(map: DrawnMap, width: number): MapLayout {
  const span: Span = map;
  const ends = map.lines.map((line) => ({
    line,
    provider: {
      lane: line.providerArea?.id ?? null,
      x: xOf(line.promisedFor ?? line.neededBy, span, width),
      row: 0,
    },
    consumer: { lane: line.consumerArea?.id ?? null, x: xOf(line.neededBy, span, width), row: 0 },
  }));
  const rows = stacked(ends.flatMap(({ provider, consumer }) => [provider, consumer]));
  const used = new Set(ends.flatMap(({ provider, consumer }) => [provider.lane, consumer.lane]));
  const areas = [...map.areas, ...(used.has(null) ? [{ id: null, name: 'No area' }] : [])];
  const lanes: Lane[] = [];
  let top = 0;
  for (const { id, name } of areas) {
    const height = Math.max(1, rows.get(id) ?? 1) * ROW + 2 * PADDING;
    lanes.push({ id, name, top, height });
    top += height;
  }
  const topOf = new Map(lanes.map((lane) => [lane.id, lane.top]));
  const place = ({ lane, x, row }: Mark): End => ({ x, y: (topOf.get(lane) ?? 0) + PADDING + (row + 0.5) * ROW });
  return {
    lanes,
    lines: ends.map(({ line, provider, consumer }) => ({ line, provider: place(provider), consumer: place(consumer) })),
    height: top,
  };
}

/** Gives each mark the first row of its lane where nothing is near. @returns how many rows each lane has */
function stacked(marks: Mark[]): Map<string | null, number> {
  const taken = new Map<string | null, number[]>();
  for (const mark of marks.toSorted((one, other) => one.x - other.x)) {
    const last = taken.get(mark.lane) ?? [];
    const free = last.findIndex((x) => mark.x - x >= NEAR);
    mark.row = free === -1 ? last.length : free;
    last[mark.row] = mark.x;
    taken.set(mark.lane, last);
  }
  return new Map([...taken].map(([lane, last]) => [lane, last.length]));
}

/** A curve that leaves its lane upright, so that lines between the same lanes can be told apart. */
export function curve({ x: x1, y: y1 }: End, { x: x2, y: y2 }: End): string {
  if (y1 === y2) {
    // In the same row: an arch over what stands between.
    const over = y1 - Math.min(ROW, Math.abs(x2 - x1) / 3 + 4);
    return `M${x1} ${y1} C${x1} ${over} ${x2} ${over} ${x2} ${y2}`;
  }
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}
