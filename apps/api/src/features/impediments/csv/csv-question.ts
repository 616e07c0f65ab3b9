import { IMPEDIMENT_CATEGORIES, IMPEDIMENT_SEVERITIES } from '@chapterhouse/domain/impediments/impediment-fields';
import { IMPEDIMENT_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { readId } from '../../../platform/graphql/global-id.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { type Filter, readFilter } from '../impediment-filter.js';
import type { Counted } from '../numbers/counted.read.js';
import { IMPEDIMENT_NUMBERS } from '../numbers/number-facts.js';
import { refuseField } from '../refuse-problems.js';
import { searchText } from '../../../platform/graphql/typed-text.js';

/** What the board and the list are narrowed to; ids as in the database, null among them: those that have none. */
export interface OpenQuestion {
  screen: 'LIST';
  areas: string[];
  teams: string[];
  owners: (string | null)[];
  sources: (string | null)[];
  labels: (string | null)[];
  categories: string[];
  severities: (string | null)[];
  levels: number[];
  mine: boolean;
  overdue: boolean;
  watching: boolean;
  /** By others, since the person was last here. */
  changed: boolean;
  words: string[];
}
export interface HistoryQuestion {
  screen: 'HISTORY';
  filter: Filter;
}
export interface CountedQuestion {
  screen: 'NUMBERS';
  counted: Counted;
}
/** Which impediments go into a file. */
export type CsvQuestion = OpenQuestion | HistoryQuestion | CountedQuestion;

/** As the web writes it into an address: the value of those that have none. */
const NONE = 'none';

/**
 * Reads the address of a screen with the name of the screen beside it, so that a file holds what the screen shows.
 * @throws NOT_FOUND for what is no id of its type; INVALID_INPUT
 */
export function readQuestion(query: URLSearchParams): CsvQuestion {
  switch (query.get('screen')) {
    case 'board':
    case 'list':
      return readOpen(query);
    case 'history':
      return { screen: 'HISTORY', filter: readHistory(query) };
    case 'numbers':
      return { screen: 'NUMBERS', counted: readCounted(query) };
    default:
      return refuseField('screen', 'Say whose impediments: board, list, history or numbers.');
  }
}

function readOpen(query: URLSearchParams): OpenQuestion {
  const values = (name: string): string[] => [...new Set(query.getAll(name).filter(Boolean))];
  const ids = (name: string, type: string): string[] => values(name).map((id) => readId(type, id));
  const idsOrNone = (name: string, type: string): (string | null)[] =>
    values(name).map((id) => (id === NONE ? null : readId(type, id)));
  return {
    screen: 'LIST',
    areas: ids('area', 'Area'),
    teams: ids('team', 'Team'),
    owners: idsOrNone('owner', 'Person'),
    sources: idsOrNone('source', 'Source'),
    labels: idsOrNone('label', 'Label'),
    categories: values('category').map((value) => oneOf('category', value, IMPEDIMENT_CATEGORIES)),
    severities: values('severity').map((value) =>
      value === NONE ? null : oneOf('severity', value, IMPEDIMENT_SEVERITIES),
    ),
    levels: values('level').map(levelOf),
    mine: query.has('mine'),
    overdue: query.has('overdue'),
    watching: query.has('watching'),
    changed: query.has('changed'),
    words: searchText(query.get('text') ?? '')
      .split(/\s+/u)
      .filter(Boolean),
  };
}

function readHistory(query: URLSearchParams): Filter {
  const state = query.get('state');
  return readFilter({
    areaId: query.get('area'),
    teamId: query.get('team'),
    sourceId: query.get('source'),
    search: query.get('text'),
    ...(state && { states: [oneOf('state', state, IMPEDIMENT_STATES)] }),
  });
}

function readCounted(query: URLSearchParams): Counted {
  const [level, area, team, source] = ['level', 'area', 'team', 'source'].map((name) => query.get(name) || null);
  return {
    number: oneOf('number', query.get('number') ?? '', IMPEDIMENT_NUMBERS),
    from: dayOf('from', query.get('from')),
    endsBefore: dayOf('endsBefore', query.get('endsBefore')),
    level: level ? levelOf(level) : undefined,
    areaId: area ? readId('Area', area) : undefined,
    teamId: team ? readId('Team', team) : undefined,
    sourceId: source && source !== NONE ? readId('Source', source) : undefined,
    withoutSource: source === NONE,
    onlyCounted: query.has('counted'),
  };
}

function oneOf<T extends string>(field: string, value: string, known: readonly T[]): T {
  return known.find((one) => one === value) ?? refuseField(field, `Choose one of ${known.join(', ')}.`);
}

function levelOf(value: string): number {
  return /^[1-3]$/u.test(value) ? Number(value) : refuseField('level', 'Choose a level from 1 to 3.');
}

function dayOf(field: string, value: string | null): string {
  try {
    return DateScalar.parseValue(value);
  } catch {
    return refuseField(field, 'Give a day like 2026-03-01.');
  }
}
