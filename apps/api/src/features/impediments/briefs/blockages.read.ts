import type { Blockage } from '@chapterhouse/domain/impediments/impediment-cost';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { isToldByLog } from '../impediment-cost.js';
import type { ImpedimentRow } from '../impediment-row.js';
import { NOT_TAKEN_BACK } from '../not-taken-back.js';
import { BLOCKAGE_EVENTS, type BlockageEvent, blockageOf, type BlockedRow } from './blockage-history.js';

/** What impediments went through, by the log: each time that they stood in the way, and each team's time. */
@Injectable()
export class BlockagesRead {
  /** By the impediment's id; one statement for any number. */
  async of(tx: Tx, rows: readonly BlockedRow[]): Promise<(row: BlockedRow) => Blockage> {
    const events = await tx.query<NamingEvent & Record<string, unknown>>(EVENTS, [
      tx.organizationId,
      rows.map((row) => row.id),
      BLOCKAGE_EVENTS,
    ]);
    const named = new Map(events.flatMap(({ teams_named }) => Object.entries(teams_named ?? {})));
    const byImpediment = new Map<string, BlockageEvent[]>(rows.map((row) => [row.id, []]));
    for (const event of events) byImpediment.get(event.subject_id)?.push(event);
    return (row) => blockageOf(row, byImpediment.get(row.id) ?? [], (name) => named.get(name));
  }

  /** Of those whose rows do not tell it; nothing is asked where all do. */
  async toldByLog(tx: Tx, rows: readonly ImpedimentRow[]): Promise<ReadonlyMap<string, Blockage>> {
    const told = rows.filter(isToldByLog);
    if (told.length === 0) return new Map();
    const of = await this.of(tx, told);
    return new Map(told.map((row) => [row.id, of(row)]));
  }
}

/** Of events from before they said ids: the teams by their names. A name that several teams have is nobody's. */
type NamingEvent = BlockageEvent & { teams_named: Record<string, string> | null };

const EVENTS = `
  select e.subject_id, e.name, e.at, coalesce(e.payload->'changes', '[]'::jsonb) as changes, e.payload->>'teamId' as team_id,
         case when e.payload @> '{"changes": [{"field": "affectedTeams"}]}' and e.payload->'teamId' is null then (
           select jsonb_object_agg(team.name, team.id)
             from (select t.name, min(t.id::text) as id from teams t
                    where t.organization_id = e.organization_id
                      and t.name in (select coalesce(change->>'from', change->>'to')
                                       from jsonb_array_elements(e.payload->'changes') as change
                                      where change->>'field' = 'affectedTeams')
                    group by t.name having count(*) = 1) as team) end as teams_named
    from events e
   where e.organization_id = $1 and e.subject_id = any($2::uuid[]) and e.name = any($3::text[])
     and (e.name <> 'impediment.edited' or e.payload @> '{"changes": [{"field": "affectedTeams"}]}')
     and (e.name in ('impediment.edited', 'impediment.team-added', 'impediment.team-removed') or ${NOT_TAKEN_BACK})
   order by e.at, e.id`;
