import { Inject, Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { asSeenBy, type Asked, measuredSql } from './measured-sql.js';
import { IMPEDIMENT_NUMBERS, type ImpedimentNumber } from './number-facts.js';
import { windowsBetween } from './working-time-sql.js';

export const NUMBER_GROUPS = ['NONE', 'AREA', 'TEAM', 'SOURCE', 'MONTH'] as const;
export type NumberGroup = (typeof NUMBER_GROUPS)[number];
/** For other features also by week: its Monday, `2026-03-02`. */
export type NumberGrouping = NumberGroup | 'WEEK';

/** How long some took, in working hours; null: none did. */
export interface TimeNumber {
  count: number;
  medianHours: number | null;
  percentile85Hours: number | null;
}
export interface ShareNumber {
  /** How many it counts. */
  count: number;
  /** Of how many. */
  of: number;
  /** 0 to 1; null of none. */
  share: number | null;
}
export interface Numbers {
  timeToTriage: TimeNumber;
  timeToResolve: TimeNumber;
  /** The lowest level first; those without any are missing. */
  timeToResolveByLevel: (TimeNumber & { level: number })[];
  overdue: ShareNumber;
  reopened: ShareNumber;
  resolvedWithoutEscalation: ShareNumber;
}
export interface GroupNumbers {
  /** An id of the database, a month `2026-03` or a week's Monday; null: those without a source. */
  key: string | null;
  numbers: Numbers;
}
export interface NumbersReport {
  total: Numbers;
  groups: GroupNumbers[];
  /** How many more there would be. */
  moreGroups: number;
}

/** Groups of one answer; months are fewer by the length of the window. */
const MOST_GROUPS = 200;

/** The numbers, worked out by the database: what comes over is their own size, whatever they count. */
@Injectable()
export class NumbersRead {
  constructor(@Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels) {}

  /** The same as `groupedNumbers` of the domain says of the same facts. */
  async numbers(tx: Tx, viewer: Viewer, asked: Asked, by: NumberGrouping): Promise<NumbersReport> {
    const { calendar } = await this.levels.ladder(tx);
    const period = await asSeenBy(tx, viewer, asked);
    const values: unknown[] = [tx.organizationId];
    const windows = windowsBetween(calendar, period.since, period.until);
    const measured = measuredSql({ ...asked, ...period, windows, now: viewer.now, key: keySql(by, calendar) }, values);
    const rows = await tx.query<MeasuredRow>(aggregateSql(measured, by), values);
    return reportOf(rows, by);
  }
}

interface MeasuredRow extends Record<string, unknown> {
  number: ImpedimentNumber;
  /** Of all levels when null. */
  level: number | null;
  /** Of a group, rather than of all. */
  of_group: boolean;
  key: string | null;
  of: number;
  count: number;
  median: number | null;
  percentile85: number | null;
}

/** Expressions of the group that a measured `m` of `i` belongs to. */
function keySql(by: NumberGrouping, { timeZone }: WorkingCalendar): (place: (value: unknown) => string) => string {
  switch (by) {
    case 'AREA':
      return () => 't.area_id::text';
    case 'TEAM':
      return () => 'i.raising_team_id::text';
    case 'SOURCE':
      return () => 'i.source_id::text';
    case 'MONTH':
      return (place) => `to_char(m.at at time zone ${place(timeZone)}, 'YYYY-MM')`;
    case 'WEEK':
      return (place) => `to_char(date_trunc('week', m.at at time zone ${place(timeZone)}), 'YYYY-MM-DD')`;
    case 'NONE':
      return () => 'null::text';
  }
}

function aggregateSql(measured: string, by: NumberGrouping): string {
  const [key, ofGroup, groups] =
    by === 'NONE' ? ['null::text', 'false', ''] : ['key', 'grouping(key) = 0', ', (number, key), (number, key, level)'];
  return `
    with measured as (${measured})
    select number, level, ${key} as key, ${ofGroup} as of_group, count(*)::int as of,
           (count(*) filter (where counts))::int as count,
           percentile_cont(0.5) within group (order by hours) as median,
           percentile_cont(0.85) within group (order by hours) as percentile85
      from measured
     group by grouping sets ((number), (number, level)${groups})
    having grouping(level) = 1 or number = 'TIME_TO_RESOLVE'`;
}

function reportOf(rows: readonly MeasuredRow[], by: NumberGrouping): NumbersReport {
  const total = numbersOf(rows.filter((row) => !row.of_group));
  if (by === 'NONE') return { total, groups: [], moreGroups: 0 };
  const byKey = new Map<string | null, MeasuredRow[]>();
  for (const row of rows) if (row.of_group) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const groups = [...byKey].map(([key, of]) => ({ key, numbers: numbersOf(of), counted: countedIn(of) }));
  const inTime = by === 'MONTH' || by === 'WEEK';
  const order = inTime
    ? (one: GroupNumbers, other: GroupNumbers) => compared(one.key, other.key)
    : (one: { key: string | null; counted: number }, other: { key: string | null; counted: number }) =>
        other.counted - one.counted || compared(one.key, other.key);
  const shown = inTime ? groups.length : MOST_GROUPS;
  return {
    total,
    groups: groups
      .toSorted(order)
      .slice(0, shown)
      .map(({ key, numbers }) => ({ key, numbers })),
    moreGroups: Math.max(0, groups.length - shown),
  };
}

function compared(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function countedIn(rows: readonly MeasuredRow[]): number {
  return rows.reduce((sum, { level, of }) => sum + (level === null ? of : 0), 0);
}

/** @param rows of one group, or of all */
function numbersOf(rows: readonly MeasuredRow[]): Numbers {
  const whole = new Map(rows.filter(({ level }) => level === null).map((row) => [row.number, row]));
  const byLevel = rows.flatMap((row) => (row.level === null ? [] : [{ level: row.level, ...timeOf(row) }]));
  const [triage, resolve, overdue, reopened, without] = IMPEDIMENT_NUMBERS.map((number) => whole.get(number));
  return {
    timeToTriage: timeOf(triage),
    timeToResolve: timeOf(resolve),
    timeToResolveByLevel: byLevel.toSorted((one, other) => one.level - other.level),
    overdue: shareOf(overdue),
    reopened: shareOf(reopened),
    resolvedWithoutEscalation: shareOf(without),
  };
}

function timeOf(row: MeasuredRow | undefined): TimeNumber {
  return { count: row?.of ?? 0, medianHours: row?.median ?? null, percentile85Hours: row?.percentile85 ?? null };
}

function shareOf(row: MeasuredRow | undefined): ShareNumber {
  const { count, of } = row ?? { count: 0, of: 0 };
  return { count, of, share: of === 0 ? null : count / of };
}
