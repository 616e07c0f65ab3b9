import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { teamDaysAddedPerDay } from '@chapterhouse/domain/impediments/impediment-cost';
import { type RecurrenceFacts, recurrences } from '@chapterhouse/domain/impediments/recurrence';
import { lastTwoQuarters } from '@chapterhouse/domain/organization/quarters';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { BlockagesRead } from '../briefs/blockages.read.js';
import { teamDaysOf } from '../impediment-cost.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { IMPEDIMENT_COLUMNS, type ImpedimentRow } from '../impediment-row.js';

/** An impediment that stands in the way. Ids are the database's; moments milliseconds. */
export interface ImpedimentInTheWay {
  id: string;
  clockEndsAt: number | null;
  raisedAt: number;
  isTriaged: boolean;
  level: number;
  affectedTeams: number;
  blockedTeamDays: number;
  perDay: number;
}

/** What people who triage together look at, of an area's teams or of all. */
export interface TriageFacts {
  impediments: ImpedimentInTheWay[];
  answers: { impedimentId: string; answeredAt: number; answeredBy: string }[];
  recurrences: { sourceId: string; category: ImpedimentCategory; times: number }[];
  calendar: WorkingCalendar;
}

export interface TriageQuestion {
  /** Of which an affected team is; null: of the organization. */
  areaId: string | null;
  now: number;
  /** Answers and what came up since then count as new. */
  since: number;
  /** From this level on an impediment is shared, however few teams it hits. */
  sharedFromLevel: number;
}

/** Facts for the agenda of a triage: a fixed number of statements, and only those impediments that may be on it. */
@Injectable()
export class TriageFactsRead {
  constructor(
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(BlockagesRead) private readonly blockages: BlockagesRead,
  ) {}

  async facts(tx: Tx, asked: TriageQuestion): Promise<TriageFacts> {
    const { calendar } = await this.levels.ladder(tx);
    const since = new Date(asked.since).toISOString();
    const answers = await tx.query<AnswerRow>(ANSWERS, [tx.organizationId, asked.areaId, since]);
    const rows = await tx.query<ImpedimentRow & Record<string, unknown>>(IN_THE_WAY, [
      tx.organizationId,
      asked.areaId,
      new Date(asked.now).toISOString(),
      since,
      asked.sharedFromLevel,
      answers.map((answer) => answer.impediment_id),
    ]);
    const told = await this.blockages.toldByLog(tx, rows);
    return {
      impediments: rows.map((row) => ({
        id: row.id,
        clockEndsAt: row.clock_ends_at === null ? null : Date.parse(row.clock_ends_at),
        raisedAt: Date.parse(row.raised_at),
        isTriaged: row.state !== 'RAISED',
        level: row.level,
        affectedTeams: row.team_ids.length,
        blockedTeamDays: teamDaysOf(row, told.get(row.id), calendar, asked.now),
        perDay: teamDaysAddedPerDay(row.state, row.team_ids.length),
      })),
      answers: answers.map((answer) => ({
        impedimentId: answer.impediment_id,
        answeredAt: Date.parse(answer.answered_at),
        answeredBy: answer.answered_by,
      })),
      recurrences: await this.recurring(tx, asked, calendar.timeZone),
      calendar,
    };
  }

  /** What came back and is not over: one of them is open, or came up since. */
  private async recurring(tx: Tx, asked: TriageQuestion, timeZone: string): Promise<TriageFacts['recurrences']> {
    const [{ from }] = lastTwoQuarters(asked.now, timeZone);
    const rows = await tx.query<RecurringRow>(RECURRING, [
      tx.organizationId,
      asked.areaId,
      new Date(from).toISOString(),
    ]);
    const facts = rows.map(({ raised_at: raisedAt, ...row }) => ({ ...row, raisedAt: Date.parse(raisedAt) }));
    const live = new Set(facts.filter((row) => row.open || row.raisedAt >= asked.since).map(({ id }) => id));
    return recurrences(facts, asked.now, timeZone)
      .filter(({ impedimentIds }) => impedimentIds.some((id) => live.has(id)))
      .map(({ sourceId, category, impedimentIds }) => ({ sourceId, category, times: impedimentIds.length }));
  }
}

interface AnswerRow extends Record<string, unknown> {
  impediment_id: string;
  answered_at: string;
  answered_by: string;
}

type RecurringRow = Omit<RecurrenceFacts, 'raisedAt'> & { raised_at: string; open: boolean } & Record<string, unknown>;

const UNRESOLVED = `i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS')`;

/** Of an area's teams ($2), or of all. */
const HERE = `($2::uuid is null or exists (
  select from impediment_teams x join teams t on t.organization_id = x.organization_id and t.id = x.team_id
   where x.organization_id = i.organization_id and x.impediment_id = i.id and t.area_id = $2))`;

/** $3 now, $4 since, $5 the level from which on it is shared, $6 those that were answered. */
const IN_THE_WAY = `
  select ${IMPEDIMENT_COLUMNS} from impediments i
   where i.organization_id = $1 and ${UNRESOLVED} and ${HERE}
     and (i.clock_ends_at <= $3 or i.id = any($6::uuid[])
          or ((i.state = 'RAISED' or i.raised_at >= $4) and (i.level >= $5 or (
            select count(*) from impediment_teams x
             where x.organization_id = i.organization_id and x.impediment_id = i.id) >= 2)))`;

const ANSWERS = `
  select b.impediment_id, a.answered_at, p.name as answered_by
    from escalation_brief_answers a
    join escalation_briefs b on b.organization_id = a.organization_id and b.id = a.brief_id
    join impediments i on i.organization_id = b.organization_id and i.id = b.impediment_id
    join people p on p.organization_id = a.organization_id and p.id = a.answered_by
   where a.organization_id = $1 and a.answered_at >= $3 and ${UNRESOLVED} and ${HERE}`;

const RECURRING = `
  select i.id, i.source_id as "sourceId", i.category, i.state, i.raised_at, ${UNRESOLVED} as open
    from impediments i
   where i.organization_id = $1 and i.raised_at >= $3 and i.source_id is not null and i.state <> 'DUPLICATE' and ${HERE}`;
