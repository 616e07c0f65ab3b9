import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import {
  CATEGORY_TITLES,
  IMPEDIMENT_SEVERITIES,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { IMPEDIMENT_STATE_TITLES, IMPEDIMENT_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { classNames } from '@chapterhouse/ui/class-names';
import type { ReactNode } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import type { CardSurroundings } from '../impediment-board/card-surroundings';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { ageInDays, deadlineWords, relativeTime } from '../impediment-times';

export type ListColumn = {
  title: string;
  /** What it is ordered by, upwards; null where there is nothing, which comes last either way. */
  rank: (impediment: ImpedimentCardFragment, around: CardSurroundings) => string | number | null;
  show: (impediment: ImpedimentCardFragment, around: CardSurroundings) => ReactNode;
  number?: boolean;
  /** In rem, so that nothing moves when other rows come into the page. */
  width: number;
  /** Goes on in a second line; a number is never cut. */
  wraps?: boolean;
  /** In words, for where the column cuts it. */
  words?: (impediment: ImpedimentCardFragment, around: CardSurroundings) => string | undefined;
  /** The most is asked for first: the oldest, the dearest. */
  mostFirst?: boolean;
};

/** Everything that the list can say of an impediment; the address names them. */
export const LIST_COLUMNS = {
  key: {
    title: 'Key',
    width: 4.75,
    rank: ({ key }) => Number(key.slice(key.lastIndexOf('-') + 1)),
    show: ({ key }) => key,
  },
  title: { title: 'Title', width: 16, rank: ({ title }) => title, show: ({ title }) => title },
  state: {
    title: 'State',
    width: 7,
    rank: ({ state }) => IMPEDIMENT_STATES.indexOf(state),
    show: ({ state }) => (
      <span className="list__state">
        <ImpedimentStateBadge state={state} labelHidden /> {IMPEDIMENT_STATE_TITLES[state]}
      </span>
    ),
  },
  severity: {
    title: 'Severity',
    width: 5,
    rank: ({ severity }) => (severity === null ? null : IMPEDIMENT_SEVERITIES.indexOf(severity)),
    mostFirst: true,
    show: ({ severity }) => severity && SEVERITY_TITLES[severity],
  },
  level: {
    title: 'Level',
    width: 9,
    rank: ({ level }) => level,
    mostFirst: true,
    show: ({ level }, { levelName }) => levelName(level),
    words: ({ level }, { levelName }) => levelName(level),
  },
  owner: {
    title: 'Owner',
    width: 8.75,
    rank: ({ owner }) => owner?.name ?? null,
    show: ({ owner }) => owner?.name ?? <span className="list__none">no owner</span>,
    words: ({ owner }) => owner?.name,
  },
  team: {
    title: 'Team',
    width: 8,
    rank: ({ raisingTeam }) => raisingTeam.name,
    show: ({ raisingTeam }) => raisingTeam.name,
    words: ({ raisingTeam }) => raisingTeam.name,
  },
  area: {
    title: 'Area',
    width: 9,
    rank: ({ raisingTeam }) => raisingTeam.area.name,
    show: ({ raisingTeam }) => raisingTeam.area.name,
    words: ({ raisingTeam }) => raisingTeam.area.name,
  },
  teams: {
    title: 'Teams hit',
    width: 5,
    rank: ({ affectedTeams }) => affectedTeams.length,
    mostFirst: true,
    show: ({ affectedTeams }) => affectedTeams.length,
    number: true,
  },
  source: {
    title: 'Source',
    width: 9,
    rank: ({ source }) => source?.name ?? null,
    show: ({ source }) => source?.name,
    words: ({ source }) => source?.name,
  },
  category: {
    title: 'Category',
    width: 8,
    rank: ({ category }) => CATEGORY_TITLES[category],
    show: ({ category }) => CATEGORY_TITLES[category],
  },
  labels: {
    title: 'Labels',
    width: 9,
    rank: ({ labels }) => labels[0]?.name ?? null,
    show: ({ labels }) => labels.map(({ name }) => name).join(', '),
    words: ({ labels }) => labels.map(({ name }) => name).join(', '),
  },
  age: {
    title: 'Age',
    width: 4,
    rank: ({ raisedAt }) => -Date.parse(raisedAt),
    mostFirst: true,
    show: ({ raisedAt }, { now }) => `${ageInDays(raisedAt, now)} d`,
    number: true,
  },
  due: {
    title: 'Due',
    width: 7.5,
    wraps: true,
    rank: (impediment, { today, now }) => deadlineOf(impediment, today, now)?.days ?? null,
    show: (impediment, { today, now }) => {
      const deadline = deadlineOf(impediment, today, now);
      const paused = impediment.clock?.pausedAt ? impediment.clock.pausedBecause : null;
      return (
        <>
          {deadline && (
            <span className={classNames(deadline.overdue && 'list__overdue')}>{deadlineWords(deadline)}</span>
          )}
          {deadline && paused !== null && ', '}
          {paused !== null && <span title={`Clock paused: ${paused}`}>paused</span>}
        </>
      );
    },
  },
  cost: {
    title: 'Blocked team-days',
    width: 5.75,
    rank: ({ blockedTeamDays }) => blockedTeamDays,
    mostFirst: true,
    show: ({ blockedTeamDays }) => blockedTeamDays,
    number: true,
  },
  votes: {
    title: 'Votes',
    width: 4.25,
    rank: ({ voteCount }) => voteCount,
    show: ({ voteCount }) => voteCount,
    number: true,
    mostFirst: true,
  },
  comments: {
    title: 'Comments',
    width: 6.25,
    rank: ({ commentCount }) => commentCount,
    mostFirst: true,
    show: ({ commentCount }) => commentCount,
    number: true,
  },
  next: {
    title: 'Next step',
    width: 18,
    rank: ({ nextStep }) => nextStep || null,
    show: ({ nextStep }) => nextStep,
    words: ({ nextStep }) => nextStep,
  },
  updated: {
    title: 'Changed',
    width: 7,
    rank: ({ updatedAt }) => Date.parse(updatedAt),
    mostFirst: true,
    show: ({ updatedAt }, { now }) => relativeTime(updatedAt, now),
  },
} as const satisfies Record<string, ListColumn>;

export type ColumnName = keyof typeof LIST_COLUMNS;
export const COLUMN_NAMES = Object.keys(LIST_COLUMNS).filter(isColumn);

export function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(LIST_COLUMNS, name);
}

/** Every impediment has these; the list always shows them, first. */
export const ALWAYS: readonly ColumnName[] = ['key', 'title'];
