import { type Bottleneck, bottleneckMap } from '@chapterhouse/domain/impediments/bottleneck-map';
import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { recurrences } from '@chapterhouse/domain/impediments/recurrence';
import type { BottleneckFacts } from './bottleneck-facts.read.js';

/** Blocked team-days, and how many impediments cost them. */
export interface Cost {
  blockedTeamDays: number;
  impedimentCount: number;
}
export interface AreaCost extends Cost {
  areaId: string;
  recurring: boolean;
}
export interface SourceCost extends Cost {
  sourceId: string;
  recurring: boolean;
  areas: AreaCost[];
}
export interface MapFacts {
  total: Cost;
  sources: SourceCost[];
  areas: AreaCost[];
  withoutSource: Cost;
  recurrences: { sourceId: string; category: ImpedimentCategory; times: number; blockedTeamDays: number }[];
}

/** Stands for no source where the map wants one. */
const NONE = '';

/** The map with its sums; what names no source is counted beside it. The costliest first, the most often first. */
export function mapOf(facts: BottleneckFacts): MapFacts {
  const { impediments, areaOfTeam, calendar, days } = facts;
  const named = impediments.map((one) => ({ ...one, sourceId: one.sourceId ?? NONE }));
  const cells = bottleneckMap(named, areaOfTeam, calendar, days);
  const again = recurrences(impediments, facts.seenAt, calendar.timeZone);
  const recurringSources = new Set(again.map(({ sourceId }) => sourceId));
  const byId = new Map(impediments.map((one) => [one.id, one]));
  const areaCost = (areaId: string, of: readonly Bottleneck[]): AreaCost => {
    const own = of.flatMap(({ impedimentIds }) => impedimentIds.flatMap((id) => byId.get(id) ?? []));
    return { areaId, ...costOf(of), recurring: recurrences(own, facts.seenAt, calendar.timeZone).length > 0 };
  };
  const onMap = cells.filter(({ sourceId }) => sourceId !== NONE);
  return {
    total: costOf(cells),
    withoutSource: costOf(cells.filter(({ sourceId }) => sourceId === NONE)),
    sources: grouped(onMap, ({ sourceId }) => sourceId)
      .map(([sourceId, own]) => ({
        sourceId,
        ...costOf(own),
        recurring: recurringSources.has(sourceId),
        areas: own.map((cell) => areaCost(cell.areaId, [cell])),
      }))
      .toSorted(costliest),
    areas: grouped(onMap, ({ areaId }) => areaId)
      .map(([areaId, own]) => areaCost(areaId, own))
      .toSorted(costliest),
    recurrences: again.map(({ sourceId, category, impedimentIds }) => ({
      sourceId,
      category,
      times: impedimentIds.length,
      blockedTeamDays: impedimentIds.reduce((sum, id) => {
        const one = byId.get(id);
        return sum + (one ? sumOf(facts.blocked(one)) : 0);
      }, 0),
    })),
  };
}

/** All areas together. */
export function sumOf(byArea: ReadonlyMap<string, number>): number {
  return [...byArea.values()].reduce((sum, days) => sum + days, 0);
}

/** Who blocks teams of several areas costs in each of them, and is one impediment. */
function costOf(cells: readonly Bottleneck[]): Cost {
  return {
    blockedTeamDays: cells.reduce((sum, { blockedTeamDays }) => sum + blockedTeamDays, 0),
    impedimentCount: new Set(cells.flatMap(({ impedimentIds }) => impedimentIds)).size,
  };
}

function grouped(cells: readonly Bottleneck[], keyOf: (cell: Bottleneck) => string): [string, Bottleneck[]][] {
  const groups = new Map<string, Bottleneck[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups];
}

function costliest(one: Cost, other: Cost): number {
  return other.blockedTeamDays - one.blockedTeamDays;
}
