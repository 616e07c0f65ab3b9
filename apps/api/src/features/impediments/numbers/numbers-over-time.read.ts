import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { COUNTS_AT_ALL } from './number-facts.js';
import { type Numbers, NumbersRead } from './numbers.read.js';

/** How impediments went in one week or month. */
export interface NumbersOfPeriod extends Numbers {
  raised: number;
}

/** Days are YYYY-MM-DD where the organization is; `areaId` of the raising team, null: of all. */
export interface AskedOverTime {
  areaId: string | null;
  from: string;
  endsBefore: string;
  by: 'WEEK' | 'MONTH';
}

/** Numbers by week or month, for other features: two statements, however long the time. */
@Injectable()
export class NumbersOverTimeRead {
  constructor(
    @Inject(NumbersRead) private readonly numbers: NumbersRead,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
  ) {}

  /** By the first day of the week or month; periods in which nothing happened are missing. */
  async of(
    tx: Tx,
    viewer: Viewer,
    { areaId, from, endsBefore, by }: AskedOverTime,
  ): Promise<Map<string, NumbersOfPeriod>> {
    const scope = { ...(areaId !== null && { areaId }), from, endsBefore };
    const report = await this.numbers.numbers(tx, viewer, scope, by);
    const firstDay = (key: string): string => (by === 'MONTH' ? `${key}-01` : key);
    const measured = new Map(report.groups.map(({ key, numbers }) => [firstDay(key ?? ''), numbers]));
    const raised = await tx.query<{ day: string; raised: number }>(RAISED, [
      tx.organizationId,
      areaId,
      from,
      endsBefore,
      viewer.timeZone,
      by.toLowerCase(),
    ]);
    const raisedOn = new Map(raised.map((row) => [row.day, row.raised]));
    const days = new Set([...measured.keys(), ...raisedOn.keys()]);
    return new Map([...days].map((day) => [day, { ...(measured.get(day) ?? NONE), raised: raisedOn.get(day) ?? 0 }]));
  }

  /** Names of the levels, the lowest first. */
  async levelNames(tx: Tx): Promise<{ level: number; name: string }[]> {
    return (await this.levels.ladder(tx)).levels.map(({ level, name }) => ({ level, name }));
  }
}

const NO_TIME = { count: 0, medianHours: null, percentile85Hours: null };
const NO_SHARE = { count: 0, of: 0, share: null };
const NONE: Numbers = {
  timeToTriage: NO_TIME,
  timeToResolve: NO_TIME,
  timeToResolveByLevel: [],
  overdue: NO_SHARE,
  reopened: NO_SHARE,
  resolvedWithoutEscalation: NO_SHARE,
};

const RAISED = `
  select to_char(date_trunc($6, i.raised_at at time zone $5), 'YYYY-MM-DD') as day, count(*)::int as raised
    from impediments i join teams t on t.organization_id = i.organization_id and t.id = i.raising_team_id
   where i.organization_id = $1 and ($2::uuid is null or t.area_id = $2) and ${COUNTS_AT_ALL}
     and i.raised_at >= $3::date::timestamp at time zone $5 and i.raised_at < $4::date::timestamp at time zone $5
   group by 1`;
