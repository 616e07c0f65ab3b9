import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardColumn, isIn } from './board-columns';
import { addTo, noSums, type Sums, together } from './board-sums';
import type { LaneKind } from './board-view';

export type Lane = {
  /** What the lane stands for; `all` for the only lane of a board without lanes. */
  id: string;
  name: string;
  count: number;
  /** Of all its cards. */
  sums: Sums;
  /** By column. */
  sumsIn: Sums[];
  /** By column, each in the order that was given. */
  cells: ImpedimentCardFragment[][];
};

type LaneFacts = { id: string; name: string; /** Lanes with a smaller one come first; then by name. */ order?: number };

const NOBODY: LaneFacts = { id: 'none', name: 'No owner', order: -1 };
const ALL: LaneFacts = { id: 'all', name: 'All' };
const NO_SOURCE: LaneFacts = { id: 'none', name: 'No source named', order: 1 };

const LANE_OF: Record<
  LaneKind,
  (impediment: ImpedimentCardFragment, levelName: (level: number) => string) => LaneFacts
> = {
  area: ({ raisingTeam }) => raisingTeam.area,
  team: ({ raisingTeam }) => raisingTeam,
  level: ({ level }, levelName) => ({ id: String(level), name: levelName(level), order: -level }),
  source: ({ source }) => source ?? NO_SOURCE,
  owner: ({ owner }) => owner ?? NOBODY,
  none: () => ALL,
};

export type LaneSurroundings = {
  levelName: (level: number) => string;
  /** YYYY-MM-DD in the organization's time zone. */
  today: string;
  /** Milliseconds. */
  now: number;
};

/** @param impediments in the order in which they stand in a cell */
export function lanesOf(
  impediments: readonly ImpedimentCardFragment[],
  kind: LaneKind,
  columns: readonly BoardColumn[],
  { levelName, today, now }: LaneSurroundings,
): Lane[] {
  const lanes = new Map<string, Lane & { order: number }>();
  const laneFor = ({ id, name, order = 0 }: LaneFacts) => {
    const known = lanes.get(id);
    if (known) return known;
    const lane = {
      id,
      name,
      order,
      count: 0,
      sums: noSums(),
      sumsIn: columns.map(noSums),
      cells: columns.map(() => []),
    };
    lanes.set(id, lane);
    return lane;
  };
  if (kind === 'none') laneFor(ALL);
  for (const impediment of impediments) {
    // Closed, declined and duplicates have left the board.
    if (!OPEN_STATES.includes(impediment.state)) continue;
    const at = columns.findIndex((column) => isIn(impediment, column));
    if (at < 0) continue;
    const lane = laneFor(LANE_OF[kind](impediment, levelName));
    lane.cells[at]?.push(impediment);
    lane.count++;
    addTo(lane.sums, impediment, today, now);
    const inColumn = lane.sumsIn[at];
    if (inColumn) addTo(inColumn, impediment, today, now);
  }
  return [...lanes.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

export function countIn(lanes: readonly Lane[], column: number): number {
  return lanes.reduce((sum, lane) => sum + (lane.cells[column]?.length ?? 0), 0);
}

export function sumsIn(lanes: readonly Lane[], column: number): Sums {
  return together(lanes.map((lane) => lane.sumsIn[column] ?? noSums()));
}
