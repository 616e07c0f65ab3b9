import { blockedTeamDays } from '@chapterhouse/domain/impediments/impediment-cost';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { type CostRow, costFactsOf } from '../impediment-cost.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { IS_ENDED, IS_OPEN, TEAMS_SINCE } from '../impediment-row.js';

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

type OpenRow = CostRow & { source_id: string };

/** Numbers of sources: a fixed number of statements, however many sources and impediments there are. */
@Injectable()
export class SourceNumbersRead {
  constructor(@Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels) {}

  async openIn(tx: Tx, now: Date, ids: readonly string[]): Promise<Map<string, OpenNumbers>> {
    const counts = await tx.query<{ source_id: string; open: number; past: number }>(COUNTS, [tx.organizationId, ids]);
    const rows = await tx.query<OpenRow & Record<string, unknown>>(OPEN, [tx.organizationId, ids]);
    const { calendar } = await this.levels.ladder(tx);
    const numbers = new Map(ids.map((id) => [id, { ...NONE }]));
    for (const { source_id: id, open, past } of counts)
      Object.assign(numbers.get(id) ?? {}, { openCount: open, pastCount: past });
    for (const row of rows) {
      const of = numbers.get(row.source_id);
      if (!of) continue;
      const facts = costFactsOf(row);
      of.blockedTeamDays += blockedTeamDays(facts, calendar, now.getTime());
      of.blockedTeamDaysPerDay += facts.endedAt === null ? facts.affectedSince.length : 0;
    }
    return numbers;
  }
}

const COUNTS = `
  select i.source_id, count(*) filter (where ${IS_OPEN}) as open, count(*) filter (where ${IS_ENDED}) as past
    from impediments i where i.organization_id = $1 and i.source_id = any($2::uuid[]) group by i.source_id`;

const OPEN = `
  select i.source_id, i.state, i.resolved_at, i.closed_at, i.updated_at, ${TEAMS_SINCE} as teams_since
    from impediments i where i.organization_id = $1 and i.source_id = any($2::uuid[]) and ${IS_OPEN}`;
