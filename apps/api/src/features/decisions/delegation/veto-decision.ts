import { toldOnceAccepted } from '@chapterhouse/domain/decisions/delegation-flow';
import { filled, problemsOf } from '@chapterhouse/domain/field-checks';
import { DECISION_STATE_TITLES, isVetoOpen, nextDecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { VETO_REASON_LIMIT } from '@chapterhouse/domain/decisions/delegation-fields';
import { refuseDelegation } from '@chapterhouse/domain/decisions/delegation-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { DecisionRecordsRepository } from '../chain/decision-records.repository.js';
import { decisionKeyOf, decisionMakersOf, type DecisionRow, subjectOf } from '../decision-row.js';
import { type DecisionCall, DecisionTransaction, type OpenedDecision } from '../decision-transaction.js';
import type { Decision } from '../decisions.graphql.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { unlessRefused } from '../refuse-decision.js';
import { FlowsRead, type LoadedFlow } from './flows.read.js';

/**
 * Trust is taken back for one decision, within its time and with a reason; the decision keeps its words. What it had replaced is
 * in force again: a veto leaves things as they were.
 */
@Injectable()
export class VetoDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
  ) {}

  /** By who is accountable, or stands in. @throws FORBIDDEN, DECISION_IN_OTHER_STATE, VETO_CLOSED, INVALID_INPUT */
  veto(call: DecisionCall, given: string): Promise<Decision> {
    const reason = typedText(given);
    return this.transaction.change(call, 'decision:veto', async (opened) => {
      const { tx, row, viewer, at, save } = opened;
      const state = unlessRefused(nextDecisionState(row.state, 'decision:veto'));
      const window = { state: row.state, vetoEndsAt: row.veto_ends_at };
      if (!isVetoOpen(window, viewer.now.getTime()))
        throw refuseDelegation('VETO_CLOSED', { endedAt: row.veto_ends_at });
      const fields = problemsOf('reason', reason, filled('Say why it is vetoed', VETO_REASON_LIMIT));
      if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
      const flow = await this.flows.one(tx, viewer, subjectOf(row));
      const own = flow.facts.accountable.people.find(({ personId }) => personId === viewer.personId);
      const insteadOf = own?.insteadOf ?? null;
      const by = viewer.personId;
      const version = await save({ state, vetoed_by: by, vetoed_for: insteadOf, vetoed_at: at, veto_reason: reason });
      const recorded = { record: 'VETOED', by, for: insteadOf, at, reason } as const;
      await this.records.append(tx, { decisionId: row.id, recorded, at });
      for (const old of await this.replacedBy(tx, row.id)) await this.reinstate(opened, old);
      const titles = DECISION_STATE_TITLES;
      const changes = [{ field: 'state', from: titles[row.state], to: titles[state] }];
      return { event: 'decision.vetoed', version, changes, note: reason, told: concerned(row, flow) };
    });
  }

  /** Held until the transaction ends. */
  private async replacedBy(tx: Tx, id: string): Promise<DecisionRow[]> {
    const rows = await tx.query<{ id: string }>(
      "select id from decisions where organization_id = $1 and superseded_by = $2 and state = 'SUPERSEDED'",
      [tx.organizationId, id],
    );
    return this.decisions.allForUpdate(
      tx,
      rows.map((row) => row.id),
    );
  }

  private reinstate({ tx, row: successor, viewer }: OpenedDecision, old: DecisionRow): Promise<void> {
    return this.transaction.apply(tx, viewer, old, async ({ at, save }) => {
      const state = unlessRefused(nextDecisionState(old.state, 'decision:reinstate'));
      const version = await save({ state, superseded_by: null });
      const recorded = { record: 'REINSTATED', after: successor.id } as const;
      await this.records.append(tx, { decisionId: old.id, recorded, at });
      const { facts } = await this.flows.one(tx, viewer, subjectOf(old));
      const titles = DECISION_STATE_TITLES;
      return {
        event: 'decision.reinstated',
        version,
        changes: [
          { field: 'state', from: titles[old.state], to: titles[state] },
          { field: 'supersededBy', from: decisionKeyOf(successor.number), to: null },
        ],
        told: toldOnceAccepted(facts),
      };
    });
  }
}

/** Whoever made it, or was trusted to. */
function concerned(row: DecisionRow, { facts }: LoadedFlow): string[] {
  const makers = [row.proposed_by, row.decided_by, ...decisionMakersOf(row)].filter((id) => id !== null);
  return [...new Set([...makers, ...(facts.delegate?.people ?? []).map(({ personId }) => personId)])];
}
