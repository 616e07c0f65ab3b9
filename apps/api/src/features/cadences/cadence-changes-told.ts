import { sentenceOf } from '@chapterhouse/domain/cadences/recurrence-sentence';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { excerpt } from '../../platform/graphql/typed-text.js';
import type { CadenceRow } from './cadence-row.js';

/** What an event tells of a changed series, in words for people. @param nameOf of a person */
export function cadenceChangesTold(
  before: CadenceRow,
  after: CadenceRow,
  nameOf: (id: string) => string,
): FieldChange[] {
  return Object.entries(TOLD).map(([field, told]) => ({ field, from: told(before, nameOf), to: told(after, nameOf) }));
}

/** Whom the words name. */
export function peopleTold(...rows: readonly CadenceRow[]): string[] {
  return rows.flatMap((row) => [...row.person_ids, ...(row.facilitator_id === null ? [] : [row.facilitator_id])]);
}

const TOLD: Record<string, (row: CadenceRow, nameOf: (id: string) => string) => string | null> = {
  name: ({ name }) => name,
  rule: (row) => sentenceOf(row.rule, row.starts_at, row.time_zone),
  timeZone: (row) => row.time_zone,
  minutes: ({ minutes }) => String(minutes),
  place: ({ place }) => excerpt(place),
  agenda: ({ agenda }) => excerpt(agenda),
  facilitation: ({ facilitation }) => FACILITATION_WORDS[facilitation],
  facilitator: (row, nameOf) => (row.facilitator_id === null ? null : nameOf(row.facilitator_id)),
  audience: (row, nameOf) =>
    excerpt([...row.roles.map((role) => ROLE_TITLES[role]), ...row.person_ids.map(nameOf)].join(', ')),
  endsBefore: (row) => row.ends_before,
};

const FACILITATION_WORDS: Record<CadenceRow['facilitation'], string> = {
  NONE: 'nobody',
  FIXED: 'always the same person',
  ROTA: 'in turns',
};
