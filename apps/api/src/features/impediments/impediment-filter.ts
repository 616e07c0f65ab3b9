import type { ImpedimentCategory, ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { readId } from '../../platform/graphql/global-id.js';
import type { ImpedimentFilter } from './impediment-inputs.graphql.js';
import { numberOf } from './impediment-row.js';
import { containing, typedText } from '../../platform/graphql/typed-text.js';

/** What a list of impediments is narrowed to; ids as in the database. */
export interface Filter {
  states?: ImpedimentState[] | null | undefined;
  /** Affected, the raising team included. */
  teamId?: string | undefined;
  /** Of the raising team. */
  areaId?: string | undefined;
  ownerId?: string | undefined;
  category?: ImpedimentCategory | null | undefined;
  severity?: ImpedimentSeverity | null | undefined;
  level?: number | null | undefined;
  sourceId?: string | undefined;
  /** A key, or a part of the title. */
  search?: string | null | undefined;
}

/** @throws NOT_FOUND for what is no id of its type */
export function readFilter(input: ImpedimentFilter | null | undefined): Filter {
  if (!input) return {};
  const { teamId, areaId, ownerId, sourceId, ...others } = input;
  return {
    ...others,
    teamId: teamId ? readId('Team', teamId) : undefined,
    areaId: areaId ? readId('Area', areaId) : undefined,
    ownerId: ownerId ? readId('Person', ownerId) : undefined,
    sourceId: sourceId ? readId('Source', sourceId) : undefined,
  };
}

/** Conditions on `impediments i`, in words of this file only; what was given goes into `values`. */
export function filterSql(filter: Filter, values: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (place: string) => string): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(filter.states, (place) => `i.state = any(${place}::text[])`);
  add(
    filter.teamId,
    (place) => `exists (select 1 from impediment_teams t where t.organization_id = i.organization_id
                         and t.impediment_id = i.id and t.team_id = ${place}::uuid)`,
  );
  add(
    filter.areaId,
    (place) => `exists (select 1 from teams t where t.organization_id = i.organization_id
                         and t.id = i.raising_team_id and t.area_id = ${place}::uuid)`,
  );
  add(filter.ownerId, (place) => `i.owner_id = ${place}::uuid`);
  add(filter.category, (place) => `i.category = ${place}`);
  add(filter.severity, (place) => `i.severity = ${place}`);
  add(filter.level, (place) => `i.level = ${place}::int`);
  // One that was merged is looked for as what it went up in: addresses outlive a merge. $1 is the organization.
  add(
    filter.sourceId,
    (place) => `i.source_id = coalesce((select s.merged_into_id from sources s
                                where s.organization_id = $1 and s.id = ${place}::uuid), ${place}::uuid)`,
  );
  const search = typedText(filter.search ?? '');
  const number = numberOf(search);
  if (number !== undefined) add(number, (place) => `i.number = ${place}::int`);
  else if (search !== '') add(containing(search), (place) => `i.title ilike ${place}`);
  return conditions;
}
