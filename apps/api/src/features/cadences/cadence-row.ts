import type { Place } from '@chapterhouse/domain/actor';
import type { CadenceKind, FacilitationMode, OccurrenceState } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { OwnOfOccurrence, Series } from '@chapterhouse/domain/cadences/occurrences';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';

/** A series in one row. Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface CadenceRow {
  id: string;
  version: number;
  kind: CadenceKind;
  name: string;
  scope_kind: ScopeKind;
  scope_id: string;
  scope_name: string;
  /** What the scope is or lies in. */
  product_id: string | null;
  area_id: string | null;
  team_id: string | null;
  chapter_id: string | null;
  community_id: string | null;
  rule: string | null;
  starts_at: LocalDateTime;
  time_zone: string;
  minutes: number;
  place: string;
  agenda: string;
  facilitation: FacilitationMode;
  facilitator_id: string | null;
  /** Whose holders in the scope are invited, beside the people. */
  roles: Role[];
  person_ids: string[];
  /** Of a community: who belongs to it now; they are invited, too. */
  member_ids: string[];
  ends_before: string | null;
  last_on: string | null;
  follows_id: string | null;
  followed_by_id: string | null;
  root_id: string;
  created_by: string | null;
  created_at: string;
  updated_at: string;
}

/** What is of one date only; null in the middle: as the series. */
export interface OccurrenceRow {
  id: string;
  cadence_id: string;
  original_start: LocalDateTime;
  version: number;
  state: OccurrenceState | 'SKIPPED';
  moved_to: LocalDateTime | null;
  minutes: number | null;
  place: string | null;
  agenda: string | null;
  name: string | null;
  facilitator_id: string | null;
  reason: string;
  notes: string;
  updated_at: string;
}

/** What every read of series selects, of `cadences c`. */
export const CADENCE_COLUMNS = `
  c.id, c.version, c.kind, c.name, c.scope_kind, c.scope_id,
  coalesce(t.name, a.name, p.name, (select o.name from organizations o where o.organization_id = c.organization_id)) as scope_name,
  coalesce(c.product_id, a.product_id) as product_id, coalesce(c.area_id, t.area_id) as area_id, c.team_id, c.chapter_id,
  c.community_id,
  c.rule, c.starts_at, c.time_zone, c.minutes, c.place, c.agenda, c.facilitation, c.facilitator_id, c.roles,
  array(select i.person_id from cadence_people i
         where i.organization_id = c.organization_id and i.cadence_id = c.id order by i.person_id) as person_ids,
  array(select m.person_id from community_members m
         where m.organization_id = c.organization_id and m.community_id = c.community_id order by m.person_id) as member_ids,
  c.ends_before, c.last_on, c.follows_id,
  (select f.id from cadences f where f.organization_id = c.organization_id and f.follows_id = c.id) as followed_by_id,
  c.root_id, c.created_by, c.created_at, c.updated_at`;

/** With what its scope lies in. */
export const FROM_CADENCES = `
  cadences c
  left join teams t on t.organization_id = c.organization_id and t.id = c.team_id
  left join areas a on a.organization_id = c.organization_id and a.id = coalesce(c.area_id, t.area_id)
  left join products p on p.organization_id = c.organization_id and p.id = c.product_id`;

export const OCCURRENCE_COLUMNS = `
  o.id, o.cadence_id, o.original_start, o.version, o.state, o.moved_to, o.minutes, o.place, o.agenda, o.name,
  o.facilitator_id, o.reason, o.notes, o.updated_at`;

/** What the rules of dates look at. */
export function seriesOf(row: CadenceRow): Series {
  return {
    rule: row.rule,
    startsAt: row.starts_at,
    endsBefore: row.ends_before,
    timeZone: row.time_zone,
    minutes: row.minutes,
    name: row.name,
    place: row.place,
    agenda: row.agenda,
  };
}

export function ownOf(row: OccurrenceRow): OwnOfOccurrence {
  return {
    originalStart: row.original_start,
    state: row.state,
    movedTo: row.moved_to,
    minutes: row.minutes,
    name: row.name,
    place: row.place,
    agenda: row.agenda,
  };
}

/** Where it is, for who may do what. */
export function placeOf({
  product_id: productId,
  area_id: areaId,
  team_id: teamId,
}: Pick<CadenceRow, 'product_id' | 'area_id' | 'team_id'>): Place {
  return { productId, areaId, teamId };
}
