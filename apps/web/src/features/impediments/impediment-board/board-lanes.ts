import { type ImpedimentState, OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';

export type LaneKind = 'area' | 'none';

export type Lane = {
  /** The area's id; `all` for the only lane of a board without lanes. */
  id: string;
  name: string;
  count: number;
  cells: Map<ImpedimentState, ImpedimentCardFragment[]>;
};

/** Lanes by name; within a cell the order of the server (oldest first), so that a new one comes last. */
export function lanesOf(impediments: readonly ImpedimentCardFragment[], kind: LaneKind): Lane[] {
  const lanes = new Map<string, Lane>();
  if (kind === 'none') lanes.set('all', emptyLane('all', 'All'));
  for (const impediment of impediments) {
    const { id, name } = kind === 'area' ? impediment.raisingTeam.area : { id: 'all', name: 'All' };
    const lane = lanes.get(id) ?? emptyLane(id, name);
    lanes.set(id, lane);
    const cell = lane.cells.get(impediment.state);
    if (!cell) continue; // Closed, declined and duplicates have left the board.
    cell.push(impediment);
    lane.count++;
  }
  return [...lanes.values()]
    .filter(({ id, count }) => count > 0 || id === 'all')
    .sort((a, b) => a.name.localeCompare(b.name));
}

function emptyLane(id: string, name: string): Lane {
  return { id, name, count: 0, cells: new Map(OPEN_STATES.map((state) => [state, []])) };
}

export function countIn(lanes: readonly Lane[], state: ImpedimentState): number {
  return lanes.reduce((sum, lane) => sum + (lane.cells.get(state)?.length ?? 0), 0);
}
