import type { WindowColumns } from '@chapterhouse/domain/organization/working-time';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import {
  COUNTED_AT,
  COUNTS,
  COUNTS_AT_ALL,
  factsSql,
  IMPEDIMENT_NUMBERS,
  type ImpedimentNumber,
  type NumberScope,
  scopeSql,
  TIME_NUMBERS,
} from './number-facts.js';
import { placeWindows, workingHoursSql } from './working-time-sql.js';

/** Of what the numbers are asked. Days are the organization's, YYYY-MM-DD. */
export interface Asked extends NumberScope {
  from: string;
  endsBefore: string;
}

/** The window as moments, and the time that the impediments in it took; milliseconds but for the ISO texts. */
export interface SeenPeriod {
  fromMoment: string;
  toMoment: string;
  since: number;
  until: number;
}

/** What the days are in moments where the organization is. */
export async function asSeenBy(tx: Tx, viewer: Viewer, { from, endsBefore }: Asked): Promise<SeenPeriod> {
  const row = await tx.one<{ from: string; to: string; since: string | null }>(PERIOD, [
    tx.organizationId,
    from,
    endsBefore,
    viewer.timeZone,
  ]);
  if (!row) throw new Error('Days are moments.');
  return {
    fromMoment: row.from,
    toMoment: row.to,
    since: Date.parse(row.since ?? row.from),
    until: Date.parse(row.to),
  };
}

export interface Measuring extends NumberScope, SeenPeriod {
  windows: WindowColumns;
  now: Date;
  /** The group of a measured one, where groups are asked for. */
  key?: (place: (value: unknown) => string) => string;
  /** Only this one; all when omitted. */
  number?: ImpedimentNumber;
}

/**
 * Each impediment as often as numbers count it in the window: id, number, when (`at`), group (`key`), `level` where it
 * was resolved, `hours` that it took, whether a share counts it (`counts`). $1 is the organization.
 */
export function measuredSql(measuring: Measuring, values: unknown[]): string {
  const place = (value: unknown): string => `$${values.push(value)}`;
  const [from, to] = [place(measuring.fromMoment), place(measuring.toMoment)].map((at) => `${at}::timestamptz`);
  const windows = placeWindows(measuring.windows, values);
  const now = `${place(measuring.now.toISOString())}::timestamptz`;
  const numbers = measuring.number === undefined ? IMPEDIMENT_NUMBERS : [measuring.number];
  const lines = numbers.map((number) => `('${number}', ${COUNTED_AT[number]}, ${COUNTS[number]})`);
  const conditions = [
    'i.organization_id = $1',
    COUNTS_AT_ALL,
    // No moment of an impediment lies before it was raised, or after its last change.
    `i.updated_at >= ${from} and i.raised_at < ${to}`,
    ...scopeSql(measuring, values),
  ];
  return `
    select i.id, m.number, m.at, m.counts,
           ${measuring.key?.(place) ?? 'null::text'} as key,
           case when m.number = 'TIME_TO_RESOLVE' then i.level end as level,
           case when m.number in (${TIME_NUMBERS.map((number) => `'${number}'`).join(', ')})
             then ${workingHoursSql('i.raised_at', 'm.at', windows)} end as hours
      from impediments i ${factsSql(now)}
     cross join lateral (values ${lines.join(', ')}) as m(number, at, counts)
     where ${conditions.join(' and ')} and m.at >= ${from} and m.at < ${to}`;
}

const PERIOD = `
  select p."from", p."to", (select min(i.raised_at) from impediments i
                             where i.organization_id = $1 and i.updated_at >= p."from" and i.raised_at < p."to") as since
    from (select $2::date::timestamp at time zone $4 as "from", $3::date::timestamp at time zone $4 as "to") as p`;
