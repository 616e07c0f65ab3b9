import type { ImpedimentCategory, ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentFacts } from '@chapterhouse/domain/impediments/impediment-policy';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import type { LabelRow } from './labels.graphql.js';
import type { SourceRow } from './sources/sources.graphql.js';

export interface BlockedItemRow {
  externalKey: string;
  title: string | null;
  state: string | null;
}

/** An impediment with what hangs on it, in one row. */
export interface ImpedimentRow {
  id: string;
  number: number;
  title: string;
  /** Only where a statement asks for it: a board does without. */
  description?: string;
  category: ImpedimentCategory;
  severity: ImpedimentSeverity | null;
  state: ImpedimentState;
  level: number;
  level_since: string;
  clock_ends_at: string | null;
  raised_by: string;
  raised_at: string;
  raising_team_id: string;
  source: SourceRow | null;
  owner_id: string | null;
  due_on: string | null;
  next_step: string;
  resolution: string;
  decline_reason: string;
  duplicate_of_id: string | null;
  triaged_at: string | null;
  started_at: string | null;
  resolved_at: string | null;
  closed_at: string | null;
  reopened_count: number;
  updated_at: string;
  version: number;
  team_ids: string[];
  /** When each of them began to be affected, in the same order, in seconds since 1970. */
  teams_since: number[];
  labels: LabelRow[];
  items: BlockedItemRow[];
  comment_count: number;
  vote_count: number;
}

/** The affected teams of an impediment `i`, the first ones first. */
export const TEAM_IDS = `
  array(select t.team_id from impediment_teams t
         where t.organization_id = i.organization_id and t.impediment_id = i.id order by t.added_at, t.team_id)`;

/** When each affected team of an impediment `i` began to be, in the same order, in seconds since 1970. */
export const TEAMS_SINCE = `
  array(select extract(epoch from greatest(t.added_at, i.raised_at))::float8 from impediment_teams t
         where t.organization_id = i.organization_id and t.impediment_id = i.id order by t.added_at, t.team_id)`;

/**
 * What every read of impediments selects. Counts and links are probes of an index led by the impediment,
 * so that their cost follows the rows shown and not the history.
 */
export const IMPEDIMENT_COLUMNS = `
  i.id, i.number, i.title, i.category, i.severity, i.state, i.level, i.level_since, i.clock_ends_at, i.raised_by,
  i.raised_at, i.raising_team_id, i.owner_id, i.due_on, i.next_step, i.resolution, i.decline_reason, i.duplicate_of_id,
  i.triaged_at, i.started_at, i.resolved_at, i.closed_at, i.reopened_count, i.updated_at, i.version,
  (select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'version', s.version)
     from sources s where s.organization_id = i.organization_id and s.id = i.source_id) as source,
  ${TEAM_IDS} as team_ids,
  ${TEAMS_SINCE} as teams_since,
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'version', l.version) order by lower(l.name)), '[]'::jsonb)
     from impediment_labels x join labels l on l.organization_id = x.organization_id and l.id = x.label_id
    where x.organization_id = i.organization_id and x.impediment_id = i.id) as labels,
  (select coalesce(jsonb_agg(jsonb_build_object('externalKey', x.external_key, 'title', b.title, 'state', b.state)
            order by x.external_key), '[]'::jsonb)
     from impediment_items x
     left join backlog_items b on b.organization_id = x.organization_id and b.id = x.item_id
    where x.organization_id = i.organization_id and x.impediment_id = i.id) as items,
  (select count(*) from impediment_comments c
    where c.organization_id = i.organization_id and c.impediment_id = i.id) as comment_count,
  (select count(*) from impediment_votes v
    where v.organization_id = i.organization_id and v.impediment_id = i.id) as vote_count`;

/** The open ones, in the words of the partial index `impediments_open`. */
export const IS_OPEN = `i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED')`;
/** The others, in the words of the partial index `impediments_ended`. */
export const IS_ENDED = `i.state in ('CLOSED', 'DECLINED', 'DUPLICATE')`;

export function keyOf(number: number): string {
  return `IMP-${number}`;
}

/** The number in a key, in capitals or not; undefined when it is no key of an impediment. */
export function numberOf(key: string): number | undefined {
  const match = /^IMP-([1-9]\d{0,8})$/i.exec(key.trim());
  return match?.[1] ? Number(match[1]) : undefined;
}

/** What the policy looks at. */
export function factsOf(row: ImpedimentRow, teamId?: string): ImpedimentFacts {
  return {
    state: row.state,
    raisedById: row.raised_by,
    ownerId: row.owner_id,
    raisingTeamId: row.raising_team_id,
    affectedTeamIds: row.team_ids,
    teamId,
  };
}
