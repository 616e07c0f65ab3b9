import { filterSql } from '../impediment-filter.js';
import { IS_OPEN } from '../impediment-row.js';
import { COUNTED_AT, COUNTS, COUNTS_AT_ALL, factsSql, scopeSql } from '../numbers/number-facts.js';
import { containing } from '../../../platform/graphql/typed-text.js';
import type { CsvQuestion, OpenQuestion } from './csv-question.js';

/** Who asks, and when. */
export interface CsvAsker {
  personId: string;
  /** YYYY-MM-DD where the organization is. */
  today: string;
  timeZone: string;
  now: Date;
}

/** What stands beside `impediments i` (its team is `t`), and the conditions; $1 is the organization. */
export interface CsvConditions {
  joins: string;
  conditions: string[];
}

const TEAM = 'join teams t on t.organization_id = i.organization_id and t.id = i.raising_team_id';

/** In words of this file only; what was given goes into `values`. */
export function csvConditions(question: CsvQuestion, asker: CsvAsker, values: unknown[]): CsvConditions {
  const place = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  switch (question.screen) {
    case 'HISTORY':
      return { joins: TEAM, conditions: filterSql(question.filter, values) };
    case 'LIST':
      return { joins: TEAM, conditions: [IS_OPEN, ...openConditions(question, asker, place)] };
    case 'NUMBERS': {
      const { number, from, endsBefore, level, onlyCounted } = question.counted;
      const zone = place(asker.timeZone, 'text');
      const moment = (day: string): string => `(${place(day, 'date')}::timestamp at time zone ${zone})`;
      return {
        joins: factsSql(place(asker.now.toISOString(), 'timestamptz')),
        conditions: [
          COUNTS_AT_ALL,
          `${COUNTED_AT[number]} >= ${moment(from)}`,
          `${COUNTED_AT[number]} < ${moment(endsBefore)}`,
          ...(level === undefined ? [] : [`i.level = ${place(level, 'int')}`]),
          ...(onlyCounted === true ? [COUNTS[number]] : []),
          ...scopeSql(question.counted, values),
        ],
      };
    }
  }
}

type Place = (value: unknown, type: string) => string;

/** As the board's filter in the web: values of one facet widen, facets narrow. */
function openConditions(asked: OpenQuestion, asker: CsvAsker, place: Place): string[] {
  const conditions: string[] = [];
  const facet = <T>(values: readonly (T | null)[], any: (given: T[]) => string, none: string): void => {
    if (values.length === 0) return;
    const given = values.filter((value) => value !== null);
    const either = [...(given.length > 0 ? [any(given)] : []), ...(given.length < values.length ? [none] : [])];
    conditions.push(`(${either.join(' or ')})`);
  };
  const among = (column: string, type: string) => (given: unknown[]) => `${column} = any(${place(given, type)})`;
  facet(asked.areas, among('t.area_id', 'uuid[]'), 'false');
  facet(
    asked.teams,
    (given) => {
      const teams = place(given, 'uuid[]');
      return `i.raising_team_id = any(${teams}) or ${hangs('impediment_teams', `x.team_id = any(${teams})`)}`;
    },
    'false',
  );
  facet(asked.owners, among('i.owner_id', 'uuid[]'), 'i.owner_id is null');
  facet(asked.sources, among('i.source_id', 'uuid[]'), 'i.source_id is null');
  facet(
    asked.labels,
    (given) => hangs('impediment_labels', `x.label_id = any(${place(given, 'uuid[]')})`),
    `not ${hangs('impediment_labels', 'true')}`,
  );
  facet(asked.categories, among('i.category', 'text[]'), 'false');
  facet(asked.severities, among('i.severity', 'text[]'), 'i.severity is null');
  facet(asked.levels, among('i.level', 'int[]'), 'false');
  const person = (): string => place(asker.personId, 'uuid');
  if (asked.mine) conditions.push(`i.owner_id = ${person()}`);
  if (asked.watching) conditions.push(hangs('impediment_watchers', `x.person_id = ${person()}`));
  if (asked.changed) conditions.push(changedByOthers(person()));
  if (asked.overdue) {
    const [today, now] = [place(asker.today, 'date'), place(asker.now.toISOString(), 'timestamptz')];
    conditions.push(`i.state <> 'RESOLVED' and (i.due_on < ${today} or i.clock_ends_at <= ${now})`);
  }
  for (const word of asked.words) conditions.push(`${SAID} ilike ${place(containing(word), 'text')}`);
  return conditions;
}

function hangs(table: string, condition: string): string {
  return `exists (select 1 from ${table} x where x.organization_id = i.organization_id and x.impediment_id = i.id and ${condition})`;
}

/** As the news of a visit: what others put on the record since the visit before. */
function changedByOthers(person: string): string {
  return `exists (select 1 from events e, board_visits v
     where v.organization_id = i.organization_id and v.person_id = ${person}
       and e.organization_id = i.organization_id and e.subject_id = i.id and e.at > v.since
       and e.actor_person_id is distinct from ${person})`;
}

/** All that a card says. */
const SAID = `
  concat_ws(' ', 'IMP-' || i.number, i.title, t.name, i.next_step,
    (select o.name from people o where o.organization_id = i.organization_id and o.id = i.owner_id),
    (select s.name from sources s where s.organization_id = i.organization_id and s.id = i.source_id),
    (select string_agg(l.name, ' ') from impediment_labels x
       join labels l on l.organization_id = x.organization_id and l.id = x.label_id
      where x.organization_id = i.organization_id and x.impediment_id = i.id))`;
