import type { SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import type { SprintPace } from '@chapterhouse/domain/sprints/throughput';

/** What may be said by hand as well as known from an import; null where nobody says. Days as YYYY-MM-DD. */
export interface SprintNumbers {
  startsOn: string | null;
  /** The day after its last. */
  endsBefore: string | null;
  plannedItems: number | null;
  plannedPoints: number | null;
  doneItems: number | null;
  donePoints: number | null;
}

/** The fields that an import leaves alone once somebody changed them here. */
export const KEPT_FIELDS = [
  'name',
  'goal',
  'state',
  'startsOn',
  'endsBefore',
  'plannedItems',
  'plannedPoints',
  'doneItems',
  'donePoints',
] as const;
export type KeptField = (typeof KEPT_FIELDS)[number];

export interface SprintRow {
  id: string;
  team_id: string;
  name: string;
  goal: string;
  state: SprintState;
  imported: boolean;
  /** Of an imported one, what was changed here. */
  edited_by_hand: KeptField[];
  version: number;
  by_hand: SprintNumbers;
  /** Of an import: its days, and what its items add up to. */
  by_import: SprintNumbers;
  /** Moments as ISO text: the midnights of days that were given by hand, else those of the import. */
  starts_moment: string | null;
  ends_moment: string | null;
}

/** What is shown: the hand's word before the import's. */
export function shownNumbers({ by_hand: hand, by_import: counted }: SprintRow): SprintNumbers {
  return {
    startsOn: hand.startsOn ?? counted.startsOn,
    endsBefore: hand.endsBefore ?? counted.endsBefore,
    plannedItems: hand.plannedItems ?? counted.plannedItems,
    plannedPoints: hand.plannedPoints ?? counted.plannedPoints,
    doneItems: hand.doneItems ?? counted.doneItems,
    donePoints: hand.donePoints ?? counted.donePoints,
  };
}

/** As far as its pace is needed; nothing for one without dates, of which nobody can say what it overlaps. */
export function paceOf(row: SprintRow): SprintPace[] {
  if (row.starts_moment === null || row.ends_moment === null) return [];
  const { doneItems, donePoints } = shownNumbers(row);
  return [
    {
      id: row.id,
      name: row.name,
      teamId: row.team_id,
      state: row.state,
      startsAt: Date.parse(row.starts_moment),
      endsAt: Date.parse(row.ends_moment),
      doneItems,
      donePoints,
    },
  ];
}

/** SQL: when a sprint `r` of an organization `o` began. */
const STARTS = `coalesce(r.starts_on::timestamp at time zone o.time_zone, r.starts_at)`;
/** SQL: when it was over, or is to be. */
export const ENDS = `coalesce(r.ends_before::timestamp at time zone o.time_zone, r.completed_at, r.ends_at)`;
/** SQL: the day on which it begins or began; one without is still to come. For the order of lists. */
export const FIRST_DAY = `coalesce(r.starts_on, (r.starts_at at time zone o.time_zone)::date, 'infinity')`;

/**
 * Sprints with what their items add up to, in one statement. An item is done in a sprint when it is done and was resolved
 * while the sprint ran: one that was carried over counts in the sprint that finished it, and only there.
 * SQL of a read.
 * @param chosen the common table expression `chosen`: ids of sprints, in a column `id`; `$1` is the organization
 */
export const readSprints = (chosen: string, order: string, ...more: string[]): string => `
  with ${chosen}, s as materialized (
    select r.*, ${STARTS} as starts_moment, ${ENDS} as ends_moment, ${FIRST_DAY} as first_day,
           (r.starts_at at time zone o.time_zone)::date as file_starts_on,
           -- The moment at which it ends is not part of it: midnight is the end of the day before.
           ((coalesce(r.completed_at, r.ends_at) - interval '1 microsecond') at time zone o.time_zone)::date + 1 as file_ends_before
      from sprints r join organizations o on o.organization_id = r.organization_id
     where r.organization_id = $1 and r.removed_at is null and r.id in (select id from chosen)
  )
  select s.id, s.team_id, s.name, s.goal, s.state, s.imported, s.edited_by_hand, s.version, s.starts_moment, s.ends_moment,${more.map((column) => ` ${column},`).join('')}
         jsonb_build_object('startsOn', s.starts_on, 'endsBefore', s.ends_before,
           'plannedItems', s.planned_items, 'plannedPoints', s.planned_points,
           'doneItems', s.done_items, 'donePoints', s.done_points) as by_hand,
         jsonb_build_object('startsOn', s.file_starts_on, 'endsBefore', s.file_ends_before,
           'plannedItems', nullif(c.items, 0), 'plannedPoints', c.points,
           'doneItems', case when s.has_run and c.items > 0 then c.done_items end,
           'donePoints', case when s.has_run then c.done_points end) as by_import
    from (select s.*, s.state <> 'FUTURE' and s.starts_moment is not null and s.ends_moment is not null as has_run from s) as s
   cross join lateral (
     select count(*) as items, sum(b.points) as points, count(*) filter (where d.done) as done_items,
            case when count(b.points) > 0 then coalesce(sum(b.points) filter (where d.done), 0) end as done_points
       from sprint_items x
       join backlog_items b on b.organization_id = x.organization_id and b.id = x.item_id
      cross join lateral (select b.state = 'DONE' and b.resolved_at >= s.starts_moment
              and (s.state = 'ACTIVE' or b.resolved_at < s.ends_moment) as done) as d
      where x.organization_id = s.organization_id and x.sprint_id = s.id) as c
   order by ${order}`;

/** Latest first; what has no day yet comes before all others. */
export const LATEST_FIRST = 's.first_day desc, s.id desc';
