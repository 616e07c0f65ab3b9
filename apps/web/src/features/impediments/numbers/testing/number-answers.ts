import type { ImpedimentNumbersQuery, NumbersFactsFragment } from '../../../../generated/graphql';
import { on } from '../../testing/render-impediments';
import { IMPEDIMENTS_COUNTED, SOURCES_TO_COUNT } from '../numbers.operations';

export const time = (count: number, medianHours: number | null, percentile85Hours: number | null) => ({
  __typename: 'TimeNumber' as const,
  count,
  medianHours,
  percentile85Hours,
});
export const share = (count: number, of: number) => ({
  __typename: 'ShareNumber' as const,
  count,
  of,
  share: of === 0 ? null : count / of,
});

export function facts(more: Partial<NumbersFactsFragment> = {}): NumbersFactsFragment {
  return {
    __typename: 'ImpedimentNumbers',
    timeToTriage: time(124, 5.2, 14),
    timeToResolve: time(98, 27.4, 80),
    timeToResolveByLevel: [
      { __typename: 'LevelTimeNumber', level: 1, count: 60, medianHours: 12, percentile85Hours: 30 },
      { __typename: 'LevelTimeNumber', level: 2, count: 3, medianHours: 44, percentile85Hours: 90 },
    ],
    overdue: share(12, 100),
    reopened: share(0, 98),
    resolvedWithoutEscalation: share(60, 98),
    ...more,
  };
}

export const NONE = facts({
  timeToTriage: time(0, null, null),
  timeToResolve: time(0, null, null),
  timeToResolveByLevel: [],
  overdue: share(0, 0),
  reopened: share(0, 0),
  resolvedWithoutEscalation: share(0, 0),
});

export type Groups = ImpedimentNumbersQuery['now']['groups'];
export const group = (more: Partial<Groups[number]>): Groups[number] => ({
  __typename: 'NumbersOfGroup',
  month: null,
  area: null,
  team: null,
  source: null,
  numbers: facts(),
  ...more,
});
export const report = (total: NumbersFactsFragment, groups: Groups = [], moreGroups = 0) => ({
  __typename: 'ImpedimentNumbersReport' as const,
  total,
  groups,
  moreGroups,
});

export const sources = on(SOURCES_TO_COUNT, () => ({
  sources: [{ __typename: 'Source' as const, id: 'Source_1', name: 'Gateway' }],
}));

/** The list of a number, with one on each page. */
export const counted = (count: number) =>
  on(IMPEDIMENTS_COUNTED, ({ onlyCounted, after }) => ({
    impedimentsCounted: {
      __typename: 'CountedImpedimentConnection' as const,
      totalCount: count,
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: count > 1 && !after, endCursor: 'c' },
      edges: (count === 0 ? [] : [after ? 'Second' : onlyCounted ? 'Counted' : 'First']).map((title) => ({
        __typename: 'CountedImpedimentEdge' as const,
        cursor: title,
        node: {
          __typename: 'CountedImpediment' as const,
          at: '2026-03-13T17:00:00Z',
          hours: 80,
          counts: true,
          impediment: {
            __typename: 'Impediment' as const,
            id: `Impediment_${title}`,
            key: title === 'Second' ? 'IMP-2' : 'IMP-1',
            title,
            state: 'CLOSED' as const,
            level: 1,
            owner: null,
            raisingTeam: { __typename: 'Team' as const, id: 'Team_1', name: 'Yard' },
            source: null,
          },
        },
      })),
    },
  }));
