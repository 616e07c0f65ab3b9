import { toldOnceAccepted } from '@chapterhouse/domain/decisions/delegation-flow';
import { DECISION_STATE_TITLES, nextDecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DecisionRecordsRepository } from '../chain/decision-records.repository.js';
import { decisionKeyOf, type DecisionRow, subjectOf } from '../decision-row.js';
import { DecisionTransaction, type OpenedDecision } from '../decision-transaction.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { unlessRefused } from '../refuse-decision.js';
import { FlowsRead } from './flows.read.js';

/** What a decision had replaced is in force again, since that one was vetoed, or reverted while it could be: all is as it was. */
@Injectable()
export class ReinstateReplaced {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
  ) {}

  /** After it was saved as vetoed or reverted: before that the database refuses. */
  async reinstate(successor: OpenedDecision): Promise<void> {
    for (const old of await this.replacedBy(successor.tx, successor.row.id)) await this.putBack(successor, old);
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

  private putBack({ tx, row: successor, viewer }: OpenedDecision, old: DecisionRow): Promise<void> {
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
