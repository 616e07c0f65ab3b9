import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { Tx } from '../../../platform/database/tx.js';
import type { FlowSubject } from './flows.read.js';

/** A decision with its state: what is proposed waits, what is decided does not any more. */
export interface SubjectInState extends FlowSubject {
  state: DecisionState;
  number: number;
  /** ISO text. */
  proposedAt: string;
  /** What replaced it, if anything did. */
  replacedBy: { number: number; state: DecisionState } | null;
}

/**
 * Decisions as far as their flow depends on them, without all that hangs on them.
 * @param condition SQL about `decisions d`, of this feature's own words; its values begin at $2
 */
export function flowSubjects(tx: Tx, condition: string, ...values: unknown[]): Promise<SubjectInState[]> {
  return tx.query<SubjectInState & Record<string, unknown>>(`${SUBJECTS} and ${condition} order by d.id`, [
    tx.organizationId,
    ...values,
  ]);
}

const SUBJECTS = `
  select d.id, d.state, d.number, jsonb_build_object('kind', d.scope_kind, 'id', d.scope_id) as scope, d.delegation,
         coalesce(d.words->>'rationale', '') as rationale, d.proposed_by as "proposedBy", d.proposed_at as "proposedAt",
         d.veto_ends_at as "vetoEndsAt",
         (select jsonb_build_object('number', s.number, 'state', s.state) from decisions s
           where s.organization_id = d.organization_id and s.id = d.superseded_by) as "replacedBy"
    from decisions d where d.organization_id = $1`;
