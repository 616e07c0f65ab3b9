import {
  type BriefFacts,
  escalationBrief,
  type EscalationBrief,
} from '@chapterhouse/domain/impediments/escalation-brief';
import { lastTwoQuarters } from '@chapterhouse/domain/organization/quarters';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { SprintPacesRead } from '../../sprints/public.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { type ImpedimentRow, keyOf, TEAMS_SINCE } from '../impediment-row.js';
import { type BlockedRow } from './blockage-history.js';
import { BlockagesRead } from './blockages.read.js';

/** The words that people add to the data. */
export type BriefWords = BriefFacts['written'];

type OtherRow = BlockedRow &
  Pick<ImpedimentRow, 'number' | 'title' | 'resolution' | 'category'> & { source_id: string | null };
type TeamRow = BriefFacts['teams'][number];

/** Builds briefs from what the database says now: a fixed number of statements, whatever is blocked. */
@Injectable()
export class BriefFactsRead {
  constructor(
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(BlockagesRead) private readonly blockages: BlockagesRead,
    @Inject(SprintPacesRead) private readonly sprints: SprintPacesRead,
  ) {}

  /** @param now milliseconds; of a moment in the past, what is known of it today */
  async brief(tx: Tx, now: number, row: ImpedimentRow, written: BriefWords): Promise<EscalationBrief> {
    const { calendar } = await this.levels.ladder(tx);
    const others = await this.others(tx, row, now, calendar.timeZone);
    const blockageOf = await this.blockages.of(tx, [row, ...others]);
    const blockage = blockageOf(row);
    const teamIds = [...new Set(blockage.teams.map(({ teamId }) => teamId))];
    const teams = await tx.query<TeamRow & Record<string, unknown>>(TEAMS, [tx.organizationId, teamIds]);
    const sprints = await this.sprints.finishedOf(tx, teamIds);
    return escalationBrief({
      impediment: {
        id: row.id,
        key: keyOf(row.number),
        title: row.title,
        category: row.category,
        severity: row.severity,
        source: row.source,
        raisedAt: Date.parse(row.raised_at),
        blockage,
        blockedItems: row.items.map(({ externalKey, title }) => ({ key: externalKey, title })),
      },
      teams,
      sprints,
      others: others.map((other) => ({
        id: other.id,
        key: keyOf(other.number),
        title: other.title,
        resolution: other.resolution,
        sourceId: other.source_id,
        category: other.category,
        state: other.state,
        raisedAt: Date.parse(other.raised_at),
        blockage: blockageOf(other),
      })),
      calendar,
      now,
      written,
    });
  }

  /** All that may be of its kind. */
  private async others(tx: Tx, row: ImpedimentRow, now: number, timeZone: string): Promise<OtherRow[]> {
    const [{ from }] = lastTwoQuarters(now, timeZone);
    return tx.query<OtherRow & Record<string, unknown>>(OTHERS, [
      tx.organizationId,
      row.source?.id ?? null,
      row.category,
      new Date(from).toISOString(),
      row.raised_at,
    ]);
  }
}

const OTHERS = `
  select i.id, i.number, i.title, i.resolution, i.category, i.source_id, i.state, i.raised_at, i.resolved_at, i.closed_at,
         i.updated_at, ${TEAMS_SINCE} as teams_since,
         array(select t.team_id from impediment_teams t
                where t.organization_id = i.organization_id and t.impediment_id = i.id order by t.added_at, t.team_id) as team_ids
    from impediments i
   where i.organization_id = $1 and i.source_id = $2::uuid and i.category = $3 and i.raised_at >= $4 and i.raised_at < $5
   order by i.raised_at, i.id`;

const TEAMS = `
  select t.id, t.name, a.name as area from teams t
    join areas a on a.organization_id = t.organization_id and a.id = t.area_id
   where t.organization_id = $1 and t.id = any($2::uuid[])`;
