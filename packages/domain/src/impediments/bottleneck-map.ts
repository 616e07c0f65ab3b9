import type { WorkingCalendar } from '../organization/working-calendar.js';
import { type Blockage, blockageWithin, blockedTeamDaysByTeam } from './impediment-cost.js';
import type { ImpedimentState } from './impediment-state.js';

/** An impediment as the map sees it. */
export interface MappedImpediment {
  id: string;
  state: ImpedimentState;
  /** Of a merged source: of the one that it went up in. */
  sourceId: string | null;
  blockage: Blockage;
}

/** What one source cost the teams of one area. */
export interface Bottleneck {
  sourceId: string;
  areaId: string;
  blockedTeamDays: number;
  /** The impediments that it is the sum of. */
  impedimentIds: string[];
}

/** Days by the first moments of two of them, the second not counted; and now. */
export interface MappedDays {
  from: number;
  to: number;
  now: number;
}

/**
 * Where teams wait for what: blocked team-days by source and by the area of the blocked team, those of some days only,
 * the most first. What cost nothing is not on it; nor are duplicates, whose teams the other one has, and what has no
 * source.
 */
export function bottleneckMap(
  impediments: readonly MappedImpediment[],
  areaOfTeam: (teamId: string) => string | null,
  calendar: WorkingCalendar,
  days: MappedDays,
): Bottleneck[] {
  const cells = new Map<string, Bottleneck>();
  for (const impediment of impediments) {
    const { id, sourceId } = impediment;
    if (sourceId === null) continue;
    for (const [areaId, blockedTeamDays] of blockedByArea(impediment, areaOfTeam, calendar, days)) {
      const key = `${sourceId} ${areaId}`;
      const cell = cells.get(key) ?? { sourceId, areaId, blockedTeamDays: 0, impedimentIds: [] };
      cell.blockedTeamDays += blockedTeamDays;
      cell.impedimentIds.push(id);
      cells.set(key, cell);
    }
  }
  return [...cells.values()].sort((one, other) => other.blockedTeamDays - one.blockedTeamDays);
}

/** What one impediment adds to the map, by area: only those in which it blocked somebody. */
export function blockedByArea(
  { state, blockage }: Pick<MappedImpediment, 'state' | 'blockage'>,
  areaOfTeam: (teamId: string) => string | null,
  calendar: WorkingCalendar,
  { from, to, now }: MappedDays,
): Map<string, number> {
  const byArea = new Map<string, number>();
  if (state === 'DUPLICATE') return byArea;
  for (const [teamId, days] of blockedTeamDaysByTeam(blockageWithin(blockage, from, to, now), calendar, now)) {
    const areaId = areaOfTeam(teamId);
    if (days > 0 && areaId !== null) byArea.set(areaId, (byArea.get(areaId) ?? 0) + days);
  }
  return byArea;
}
