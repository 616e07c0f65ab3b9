import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { asSeenBy, type Asked, measuredSql } from './measured-sql.js';
import { type ImpedimentNumber, TIME_NUMBERS } from './number-facts.js';
import { windowsBetween } from './working-time-sql.js';

/** What a number counts. */
export interface Counted extends Asked {
  number: ImpedimentNumber;
  /** Of the time to resolve: of those that were resolved at this level. */
  level?: number | undefined;
  /** Of a share: only those that it counts, rather than all that it is of. */
  onlyCounted?: boolean | undefined;
}

export interface CountedRow extends Record<string, unknown> {
  id: string;
  at: string;
  counts: boolean;
  hours: number | null;
  /** What the list is ordered by, the highest first. */
  rank: number;
  total: number;
}

/** Which impediments a number counts: the longest first, or the latest. */
@Injectable()
export class CountedRead {
  constructor(@Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels) {}

  async page(tx: Tx, viewer: Viewer, counted: Counted, { limit, after }: Page): Promise<CountedRow[]> {
    const { calendar } = await this.levels.ladder(tx);
    const period = await asSeenBy(tx, viewer, counted);
    const values: unknown[] = [tx.organizationId];
    const windows = windowsBetween(calendar, period.since, period.until);
    const measured = measuredSql({ ...counted, ...period, windows, now: viewer.now }, values);
    const place = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      ...(counted.level === undefined ? [] : [`m.level = ${place(counted.level)}::int`]),
      ...(counted.onlyCounted === true ? ['m.counts'] : []),
    ];
    const rank = TIME_NUMBERS.includes(counted.number) ? 'm.hours' : 'extract(epoch from m.at)::float8';
    const [lastRank, lastId] = [place(after?.[0] ?? null), place(after?.[1] ?? null)];
    return tx.query<CountedRow>(
      `with chosen as materialized (
         select m.id, m.at, m.counts, m.hours, ${rank} as rank from (${measured}) as m
          where ${['true', ...conditions].join(' and ')})
       select c.*, (select count(*) from chosen)::int as total from chosen c
        where ${lastRank}::float8 is null or (-c.rank, c.id) > (-${lastRank}::float8, ${lastId}::uuid)
        order by c.rank desc, c.id limit ${place(limit)}`,
      values,
    );
  }
}
