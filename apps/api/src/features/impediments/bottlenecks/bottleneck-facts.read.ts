import { blockedByArea, type MappedDays, type MappedImpediment } from '@chapterhouse/domain/impediments/bottleneck-map';
import type { RecurrenceFacts } from '@chapterhouse/domain/impediments/recurrence';
import { lastTwoQuarters, type Quarter, quarterNamed } from '@chapterhouse/domain/organization/quarters';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { BlockedRow } from '../briefs/blockage-history.js';
import { BlockagesRead } from '../briefs/blockages.read.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { IS_OPEN, TEAMS_SINCE } from '../impediment-row.js';
import { scopeSql } from '../numbers/number-facts.js';
import { refuseField } from '../refuse-problems.js';

/** Whose impediments are looked at; ids as in the database. */
export interface BottleneckScope {
  sourceId?: string | undefined;
  withoutSource?: boolean | undefined;
}

/** Two quarters, and what stood in the way in them. */
export interface BottleneckFacts {
  quarters: [before: Quarter, second: Quarter];
  days: MappedDays;
  /** When what recurs is looked at: now, or the last moment of quarters that are over. */
  seenAt: number;
  calendar: WorkingCalendar;
  areaOfTeam: (teamId: string) => string | null;
  /** Duplicates are missing. */
  impediments: (MappedImpediment & RecurrenceFacts)[];
  /** Of one of them, by area. */
  blocked: (impediment: MappedImpediment) => Map<string, number>;
}

type FactRow = BlockedRow & Pick<RecurrenceFacts, 'category'> & { source_id: string | null };

/** What the map of bottlenecks is made of: a fixed number of statements, whatever happened. */
@Injectable()
export class BottleneckFactsRead {
  constructor(
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(BlockagesRead) private readonly blockages: BlockagesRead,
  ) {}

  /** @param quarter the second of the two; the present one when null. @throws INVALID_INPUT */
  async facts(
    tx: Tx,
    now: number,
    quarter: string | null,
    { sourceId, withoutSource }: BottleneckScope = {},
  ): Promise<BottleneckFacts> {
    const { calendar } = await this.levels.ladder(tx);
    const quarters = quartersAsked(quarter, now, calendar.timeZone);
    const [{ from }, { to }] = quarters;
    const values: unknown[] = [tx.organizationId, new Date(from).toISOString(), new Date(to).toISOString()];
    const rows = await tx.query<FactRow & Record<string, unknown>>(
      inTheWay(scopeSql({ sourceId, withoutSource }, values)),
      values,
    );
    const blockageOf = await this.blockages.of(tx, rows);
    const teams = await tx.query<{ id: string; area_id: string }>(
      'select id, area_id from teams where organization_id = $1',
      [tx.organizationId],
    );
    const areas = new Map(teams.map(({ id, area_id }) => [id, area_id]));
    const areaOfTeam = (teamId: string): string | null => areas.get(teamId) ?? null;
    const days = { from, to, now };
    return {
      quarters,
      days,
      seenAt: Math.min(now, to - 1),
      calendar,
      areaOfTeam,
      impediments: rows.map((row) => ({
        id: row.id,
        state: row.state,
        sourceId: row.source_id,
        category: row.category,
        raisedAt: Date.parse(row.raised_at),
        blockage: blockageOf(row),
      })),
      blocked: (impediment) => blockedByArea(impediment, areaOfTeam, calendar, days),
    };
  }
}

function quartersAsked(name: string | null, now: number, timeZone: string): [Quarter, Quarter] {
  if (name === null) return lastTwoQuarters(now, timeZone);
  const quarter = quarterNamed(name, timeZone);
  if (!quarter || quarter.from > now) return refuseField('quarter', 'Choose a quarter that has begun, like 2026-Q1.');
  return lastTwoQuarters(quarter.from, timeZone);
}

/** $1 organization, $2 and $3 first moments. No moment of an impediment lies after its last change. */
function inTheWay(conditions: readonly string[]): string {
  return `
  select i.id, i.source_id, i.category, i.state, i.raised_at, i.resolved_at, i.closed_at, i.updated_at,
         ${TEAMS_SINCE} as teams_since,
         array(select t.team_id from impediment_teams t
                where t.organization_id = i.organization_id and t.impediment_id = i.id order by t.added_at, t.team_id) as team_ids
    from impediments i
   where i.organization_id = $1 and i.state <> 'DUPLICATE' and i.raised_at < $3 and (${IS_OPEN} or i.updated_at >= $2)
     and ${['true', ...conditions].join(' and ')}
   order by i.raised_at, i.id`;
}
