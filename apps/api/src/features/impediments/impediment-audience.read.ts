import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** Who has to do with an impediment now; the database's ids. */
export interface ImpedimentAudience {
  ownerId: string | null;
  raisedById: string;
  watcherIds: string[];
  affectedTeams: { id: string; name: string }[];
}

/** For whoever tells people about impediments. */
@Injectable()
export class ImpedimentAudienceRead {
  /** Undefined when there is no such impediment. */
  async of(tx: Tx, impedimentId: string): Promise<ImpedimentAudience | undefined> {
    return tx.one<ImpedimentAudience & Record<string, unknown>>(AUDIENCE, [tx.organizationId, impedimentId]);
  }
}

const AUDIENCE = `
  select i.owner_id as "ownerId", i.raised_by as "raisedById",
         array(select w.person_id from impediment_watchers w
                where w.organization_id = i.organization_id and w.impediment_id = i.id) as "watcherIds",
         (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name)), '[]'::jsonb)
            from impediment_teams a join teams t on t.organization_id = a.organization_id and t.id = a.team_id
           where a.organization_id = i.organization_id and a.impediment_id = i.id) as "affectedTeams"
    from impediments i where i.organization_id = $1 and i.id = $2`;
