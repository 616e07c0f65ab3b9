import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { recurrences } from '@chapterhouse/domain/impediments/recurrence';
import {
  type Blockage,
  blockedTeamDaysByMonth,
  blockedTeamDaysByTeam,
} from '@chapterhouse/domain/impediments/impediment-cost';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { BlockedRow } from '../briefs/blockage-history.js';
import { BlockagesRead } from '../briefs/blockages.read.js';
import { endOf } from '../impediment-cost.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { IS_ENDED, IS_OPEN, TEAM_IDS, TEAMS_SINCE } from '../impediment-row.js';

/** What waits for a source today. */
export interface OpenNumbers {
  openCount: number;
  pastCount: number;
  /** Of the open ones, so far. */
  blockedTeamDays: number;
  /** What one more working day adds: teams of those that still stand in the way. */
  blockedTeamDaysPerDay: number;
}

const NONE: OpenNumbers = { openCount: 0, pastCount: 0, blockedTeamDays: 0, blockedTeamDaysPerDay: 0 };

/** What waiting for a source has cost in the last twelve months, this one included. */
export interface PastNumbers {
  /** Each of the twelve, oldest first. */
  months: { month: string; blockedTeamDays: number }[];
  /** Of those resolved in these months, from raised to resolved; null when there are none. */
  medianHoursToResolve: number | null;
  resolvedCount: number;
  /** Categories in which it came back in this quarter and the one before, the most often first. */
  recurring: { category: ImpedimentCategory; impedimentIds: string[]; blockedTeamDays: number }[];
}

const MONTHS = 12;

type OpenRow = BlockedRow & { source_id: string };
type PastRow = OpenRow & { category: ImpedimentCategory };

/** Numbers of sources: a fixed number of statements, however many sources and impediments there are. */
@Injectable()
export class SourceNumbersRead {
  constructor(
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(BlockagesRead) private readonly blockages: BlockagesRead,
  ) {}

  async openIn(tx: Tx, now: Date, ids: readonly string[]): Promise<Map<string, OpenNumbers>> {
    const counts = await tx.query<{ source_id: string; open: number; past: number }>(COUNTS, [tx.organizationId, ids]);
    const rows = await tx.query<OpenRow & Record<string, unknown>>(OPEN, [tx.organizationId, ids]);
    const blockageOf = await this.blockages.of(tx, rows);
    const { calendar } = await this.levels.ladder(tx);
    const numbers = new Map(ids.map((id) => [id, { ...NONE }]));
    for (const { source_id: id, open, past } of counts)
      Object.assign(numbers.get(id) ?? {}, { openCount: open, pastCount: past });
    for (const row of rows) {
      const of = numbers.get(row.source_id);
      if (!of) continue;
      of.blockedTeamDays += teamDaysOf(blockageOf(row), calendar, now);
      of.blockedTeamDaysPerDay += endOf(row) === null ? row.team_ids.length : 0;
    }
    return numbers;
  }

  /** A duplicate costs nothing: its teams count for what it duplicates. */
  async pastIn(tx: Tx, { now, today, timeZone }: Viewer, ids: readonly string[]): Promise<Map<string, PastNumbers>> {
    const months = lastMonths(today);
    const since = [`${months[0] ?? today.slice(0, 7)}-01`, timeZone];
    const resolved = await tx.query<ResolvedRow>(RESOLVED, [tx.organizationId, ids, ...since]);
    const rows = await tx.query<PastRow & Record<string, unknown>>(PAST, [tx.organizationId, ids, ...since]);
    const blockageOf = await this.blockages.of(tx, rows);
    const { calendar } = await this.levels.ladder(tx);
    const days = new Map(ids.map((id) => [id, new Map(months.map((month) => [month, 0]))]));
    for (const row of rows) {
      const of = days.get(row.source_id);
      for (const [month, count] of blockedTeamDaysByMonth(blockageOf(row), calendar, now.getTime())) {
        const before = of?.get(month);
        if (before !== undefined) of?.set(month, before + count);
      }
    }
    const byId = new Map(resolved.map((row) => [row.source_id, row]));
    const recurring = recurrencesOf(rows, (row) => teamDaysOf(blockageOf(row), calendar, now), calendar, now);
    return new Map(
      ids.map((id) => [
        id,
        {
          months: [...(days.get(id) ?? [])].map(([month, count]) => ({ month, blockedTeamDays: count })),
          medianHoursToResolve: byId.get(id)?.hours ?? null,
          resolvedCount: byId.get(id)?.count ?? 0,
          recurring: recurring.filter(({ sourceId }) => sourceId === id),
        },
      ]),
    );
  }
}

interface ResolvedRow extends Record<string, unknown> {
  source_id: string;
  count: number;
  hours: number;
}

/** YYYY-MM, oldest first, up to the one of the day. */
function lastMonths(today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) =>
    new Date(Date.UTC(year, month - MONTHS + index, 1)).toISOString().slice(0, 7),
  );
}

/** What recurs, each with what it cost so far. All that was raised in two quarters is among the rows of twelve months. */
function recurrencesOf(
  rows: readonly PastRow[],
  teamDays: (row: PastRow) => number,
  calendar: WorkingCalendar,
  now: Date,
): (PastNumbers['recurring'][number] & { sourceId: string })[] {
  const facts = rows.map(({ id, source_id: sourceId, category, state, raised_at: raisedAt }) => ({
    id,
    sourceId,
    category,
    state,
    raisedAt: Date.parse(raisedAt),
  }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return recurrences(facts, now.getTime(), calendar.timeZone).map((recurrence) => {
    const days = recurrence.impedimentIds.flatMap((id) => {
      const row = byId.get(id);
      return row ? [teamDays(row)] : [];
    });
    return { ...recurrence, blockedTeamDays: days.reduce((sum, count) => sum + count, 0) };
  });
}

function teamDaysOf(blockage: Blockage, calendar: WorkingCalendar, now: Date): number {
  return [...blockedTeamDaysByTeam(blockage, calendar, now.getTime()).values()].reduce((sum, days) => sum + days, 0);
}

const COUNTS = `
  select i.source_id, count(*) filter (where ${IS_OPEN}) as open, count(*) filter (where ${IS_ENDED}) as past
    from impediments i where i.organization_id = $1 and i.source_id = any($2::uuid[]) group by i.source_id`;

const BLOCKED_ROW = `i.id, i.source_id, i.state, i.raised_at, i.resolved_at, i.closed_at, i.updated_at,
         ${TEAM_IDS} as team_ids, ${TEAMS_SINCE} as teams_since`;

const OPEN = `
  select ${BLOCKED_ROW}
    from impediments i where i.organization_id = $1 and i.source_id = any($2::uuid[]) and ${IS_OPEN}`;

/** Up to the end of what may be in the months: `updated_at` is never before the end. */
const PAST = `
  select ${BLOCKED_ROW}, i.category
    from impediments i
   where i.organization_id = $1 and i.source_id = any($2::uuid[]) and i.state <> 'DUPLICATE'
     and (${IS_OPEN} or i.updated_at >= $3::date::timestamp at time zone $4)`;

const RESOLVED = `
  select i.source_id, count(*) as count,
         percentile_cont(0.5) within group (order by extract(epoch from i.resolved_at - i.raised_at)) / 3600 as hours
    from impediments i
   where i.organization_id = $1 and i.source_id = any($2::uuid[]) and i.state in ('RESOLVED', 'CLOSED')
     and i.resolved_at >= $3::date::timestamp at time zone $4
   group by i.source_id`;
