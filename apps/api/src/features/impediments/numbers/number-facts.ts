import { NOT_TAKEN_BACK } from '../not-taken-back.js';

/** Numbers of impediments; the names of GraphQL and of addresses. */
export const IMPEDIMENT_NUMBERS = [
  'TIME_TO_TRIAGE',
  'TIME_TO_RESOLVE',
  'OVERDUE',
  'REOPENED',
  'RESOLVED_WITHOUT_ESCALATION',
] as const;
export type ImpedimentNumber = (typeof IMPEDIMENT_NUMBERS)[number];

/** Those that say how long something took; the others are shares. */
export const TIME_NUMBERS: readonly ImpedimentNumber[] = ['TIME_TO_TRIAGE', 'TIME_TO_RESOLVE'];

/** Whose impediments count; ids as in the database. */
export interface NumberScope {
  /** Of the raising team. */
  areaId?: string | undefined;
  /** The one that raised it. */
  teamId?: string | undefined;
  sourceId?: string | undefined;
  /** Those that name no source. */
  withoutSource?: boolean | undefined;
}

/**
 * What `impediments i` is counted by, as `f`: `NumberFacts` of the domain in SQL, with the moment of asking as `now`.
 *
 * Stays at levels are rows of `impediment_clocks`. Where they do not reach back to when it was raised (it is older than
 * they are, or was imported) the rest is in the log: everything begins at the lowest level, so that any change of level
 * was one upwards first.
 */
export function factsSql(now: string): string {
  return `
  join teams t on t.organization_id = i.organization_id and t.id = i.raising_team_id
  cross join lateral (
    select count(*) > 0 as had_clock,
           min(c.runs_out_at) filter (where c.runs_out_at <= coalesce(c.ended_at, ${now})) as overdue_at,
           coalesce(max(c.level) > min(c.level) filter (where c.number = 1), false) as rose,
           coalesce(min(c.began_at) <= i.raised_at, false) as whole
      from impediment_clocks c where c.organization_id = i.organization_id and c.impediment_id = i.id
  ) as stays
  cross join lateral (
    select stays.had_clock, stays.overdue_at,
           coalesce(i.resolved_at, case when i.state = 'DECLINED' or i.reopened_count > 0 then (
             select max(e.at) from events e
              where e.organization_id = i.organization_id and e.subject_id = i.id
                and e.name in ('impediment.resolved', 'impediment.declined') and ${NOT_TAKEN_BACK}) end) as ended_at,
           stays.rose or (not stays.whole and (
             (i.level > 1 and i.level_since > i.raised_at) or exists (
               select 1 from events e
                where e.organization_id = i.organization_id and e.subject_id = i.id
                  and e.name in ('impediment.level-set', 'impediment.triaged')
                  and e.payload @> '{"changes": [{"field": "level"}]}' and ${NOT_TAKEN_BACK}))) as escalated
  ) as f`;
}

/** When each number counts an impediment; null: never, so far. */
export const COUNTED_AT: Record<ImpedimentNumber, string> = {
  TIME_TO_TRIAGE: 'i.triaged_at',
  TIME_TO_RESOLVE: 'i.resolved_at',
  OVERDUE: 'case when f.had_clock then i.raised_at end',
  REOPENED: 'f.ended_at',
  RESOLVED_WITHOUT_ESCALATION: 'i.resolved_at',
};

/** Whether a share counts one of those that it is of. */
export const COUNTS: Record<ImpedimentNumber, string> = {
  TIME_TO_TRIAGE: 'true',
  TIME_TO_RESOLVE: 'true',
  OVERDUE: 'f.overdue_at is not null',
  REOPENED: 'i.reopened_count > 0',
  RESOLVED_WITHOUT_ESCALATION: 'not f.escalated',
};

/** A duplicate is the same impediment once more. */
export const COUNTS_AT_ALL = `i.state <> 'DUPLICATE'`;

/** Conditions on `impediments i` and its team `t`; what was given goes into `values`. $1 is the organization. */
export function scopeSql({ areaId, teamId, sourceId, withoutSource }: NumberScope, values: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: string | undefined, condition: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}::uuid`));
  };
  add(areaId, (place) => `t.area_id = ${place}`);
  add(teamId, (place) => `i.raising_team_id = ${place}`);
  // One that was merged is asked for as what it went up in: addresses outlive a merge.
  add(
    sourceId,
    (place) => `i.source_id = coalesce((select s.merged_into_id from sources s
                                         where s.organization_id = $1 and s.id = ${place}), ${place})`,
  );
  if (withoutSource === true) conditions.push('i.source_id is null');
  return conditions;
}
