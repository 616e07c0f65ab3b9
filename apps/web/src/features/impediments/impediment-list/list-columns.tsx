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
  /** What it is ordered by; smaller first. */
  rank: (impediment: ImpedimentCardFragment, around: CardSurroundings) => string | number;
  show: (impediment: ImpedimentCardFragment, around: CardSurroundings) => ReactNode;
  number?: boolean;
  /** Wide enough for a sentence. */
  wide?: boolean;
};

const LAST = Number.MAX_SAFE_INTEGER;

/** Everything that the list can say of an impediment; the address names them. */
export const LIST_COLUMNS = {
  key: {
    title: 'Key',
    rank: ({ key }) => Number(key.slice(key.lastIndexOf('-') + 1)),
    show: ({ key }) => key,
  },
  title: { title: 'Title', rank: ({ title }) => title.toLowerCase(), show: ({ title }) => title, wide: true },
  state: {
    title: 'State',
    rank: ({ state }) => IMPEDIMENT_STATES.indexOf(state),
    show: ({ state }) => (
      <span className="list__state">
        <ImpedimentStateBadge state={state} labelHidden /> {IMPEDIMENT_STATE_TITLES[state]}
      </span>
    ),
  },
  severity: {
    title: 'Severity',
    rank: ({ severity }) => (severity === null ? LAST : -IMPEDIMENT_SEVERITIES.indexOf(severity)),
    show: ({ severity }) => severity && SEVERITY_TITLES[severity],
  },
  level: {
    title: 'Level',
    rank: ({ level }) => -level,
    show: ({ level }, { levelName }) => levelName(level),
  },
  owner: {
    title: 'Owner',
    rank: ({ owner }) => owner?.name.toLowerCase() ?? '',
    show: ({ owner }) => owner?.name ?? <span className="list__none">no owner</span>,
  },
  team: { title: 'Team', rank: ({ raisingTeam }) => raisingTeam.name, show: ({ raisingTeam }) => raisingTeam.name },
  area: {
    title: 'Area',
    rank: ({ raisingTeam }) => raisingTeam.area.name,
    show: ({ raisingTeam }) => raisingTeam.area.name,
  },
  teams: {
    title: 'Teams hit',
    rank: ({ affectedTeams }) => -affectedTeams.length,
    show: ({ affectedTeams }) => affectedTeams.length,
    number: true,
  },
  source: { title: 'Source', rank: ({ source }) => source?.name ?? '\uffff', show: ({ source }) => source?.name },
  category: {
    title: 'Category',
    rank: ({ category }) => CATEGORY_TITLES[category],
    show: ({ category }) => CATEGORY_TITLES[category],
  },
  labels: {
    title: 'Labels',
    rank: ({ labels }) => labels[0]?.name.toLowerCase() ?? '\uffff',
    show: ({ labels }) => labels.map(({ name }) => name).join(', '),
  },
  age: {
    title: 'Age',
    rank: ({ raisedAt }) => Date.parse(raisedAt),
    show: ({ raisedAt }, { now }) => `${ageInDays(raisedAt, now)} d`,
    number: true,
  },
  due: {
    title: 'Due',
    rank: (impediment, { today, now }) => deadlineOf(impediment, today, now)?.days ?? LAST,
    show: (impediment, { today, now }) => {
      const deadline = deadlineOf(impediment, today, now);
      return (
        deadline && <span className={classNames(deadline.overdue && 'list__overdue')}>{deadlineWords(deadline)}</span>
      );
    },
  },
  cost: {
    title: 'Blocked team-days',
    rank: ({ blockedTeamDays }) => -blockedTeamDays,
    show: ({ blockedTeamDays }) => blockedTeamDays,
    number: true,
  },
  votes: { title: 'Votes', rank: ({ voteCount }) => -voteCount, show: ({ voteCount }) => voteCount, number: true },
  comments: {
    title: 'Comments',
    rank: ({ commentCount }) => -commentCount,
    show: ({ commentCount }) => commentCount,
    number: true,
  },
  next: { title: 'Next step', rank: ({ nextStep }) => nextStep, show: ({ nextStep }) => nextStep, wide: true },
  updated: {
    title: 'Changed',
    rank: ({ updatedAt }) => -Date.parse(updatedAt),
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
const USUAL: readonly ColumnName[] = [...ALWAYS, 'state', 'severity', 'owner', 'team', 'age', 'due', 'cost'];

export type ListView = { columns: readonly ColumnName[]; order: ColumnName; descending: boolean };

/** `show=state,owner` and `order=due` or `order=-due` of the address; what is not there, or nonsense, is as usual. */
export function readListView(params: URLSearchParams, last: readonly string[]): ListView {
  const asked = params.get('show')?.split(',') ?? last;
  const chosen = asked.filter(isColumn).filter((name) => !ALWAYS.includes(name));
  const order = params.get('order') ?? '';
  const name = order.replace(/^-/, '');
  return {
    columns: chosen.length > 0 ? [...ALWAYS, ...new Set(chosen)] : USUAL,
    order: isColumn(name) ? name : 'age',
    descending: order.startsWith('-'),
  };
}

/** In the order of a column; ties by age, then by key. */
export function inOrder(
  impediments: readonly ImpedimentCardFragment[],
  { order, descending }: ListView,
  around: CardSurroundings,
): ImpedimentCardFragment[] {
  const { rank }: ListColumn = LIST_COLUMNS[order];
  const ranked = impediments.map((impediment) => ({ impediment, rank: rank(impediment, around) }));
  const direction = descending ? -1 : 1;
  ranked.sort(
    (a, b) =>
      direction * compare(a.rank, b.rank) ||
      compare(a.impediment.raisedAt, b.impediment.raisedAt) ||
      compare(Number(LIST_COLUMNS.key.rank(a.impediment)), Number(LIST_COLUMNS.key.rank(b.impediment))),
  );
  return ranked.map(({ impediment }) => impediment);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
  return Number(a) - Number(b);
}
