import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { IMPEDIMENT_SEVERITIES } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import type { SortKind } from './board-view';

type Rank = (impediment: ImpedimentCardFragment, today: string, now: number) => number;

/** Smaller comes first. What has no due, or no severity yet, comes last. */
const RANKS: Record<SortKind, Rank> = {
  age: ({ raisedAt }) => Date.parse(raisedAt),
  cost: ({ blockedTeamDays }) => -blockedTeamDays,
  due: (impediment, today, now) => deadlineOf(impediment, today, now)?.days ?? Number.MAX_SAFE_INTEGER,
  severity: ({ severity }) => (severity === null ? 1 : -IMPEDIMENT_SEVERITIES.indexOf(severity)),
  votes: ({ voteCount }) => -voteCount,
};

/**
 * The same order for everybody: ties go by age, then by key.
 * @param today YYYY-MM-DD in the organization's time zone
 * @param now milliseconds
 */
export function sorted(
  impediments: readonly ImpedimentCardFragment[],
  by: SortKind,
  today: string,
  now: number,
): ImpedimentCardFragment[] {
  const ranked = impediments.map((impediment) => ({
    impediment,
    rank: RANKS[by](impediment, today, now),
    age: Date.parse(impediment.raisedAt),
    number: Number(impediment.key.slice(impediment.key.lastIndexOf('-') + 1)),
  }));
  ranked.sort((a, b) => a.rank - b.rank || a.age - b.age || a.number - b.number);
  return ranked.map(({ impediment }) => impediment);
}
