import type { DecisionAudience } from '@chapterhouse/domain/notifications/decision-inbox-rules';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** For whoever tells people about decisions. */
@Injectable()
export class DecisionAudienceRead {
  /** Undefined when there is no such decision. */
  of(tx: Tx, decisionId: string): Promise<DecisionAudience | undefined> {
    return tx.one<DecisionAudience & Record<string, unknown>>(AUDIENCE, [tx.organizationId, decisionId]);
  }
}

const AUDIENCE = `
  select d.proposed_by as "proposedById", d.decided_by as "decidedById",
         array(select p.person_id from decision_people p
                where p.organization_id = d.organization_id and p.decision_id = d.id and p.part = 'DECISION_MAKER'
                  and p.person_id is not null) as "decisionMakerIds",
         array(select p.person_id from decision_people p
                where p.organization_id = d.organization_id and p.decision_id = d.id and p.part = 'INFORMED'
                  and p.person_id is not null) as "informedIds"
    from decisions d where d.organization_id = $1 and d.id = $2`;
