import { DECISION_STATE_TITLES, isVetoOpen, nextDecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import { typedText } from '../../platform/graphql/typed-text.js';
import { DecisionRecordsRepository } from './chain/decision-records.repository.js';
import { subjectOf } from './decision-row.js';
import { type DecisionCall, DecisionTransaction } from './decision-transaction.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionFlows } from './delegation/decision-flows.js';
import { ReinstateReplaced } from './delegation/reinstate-replaced.js';
import { refuseDecisionProblems, unlessRefused } from './refuse-decision.js';

/**
 * What was in force is so no longer, and nothing takes its place. Its words stay. While it can still be vetoed, what it had
 * replaced is in force again, as after a veto: reverting is no way to end for good what its accountable one would put back.
 */
@Injectable()
export class RevertDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
    @Inject(ReinstateReplaced) private readonly replaced: ReinstateReplaced,
  ) {}

  /** By whoever may accept it. @throws NOT_DELEGATED, DECISION_IN_OTHER_STATE, INVALID_INPUT */
  revert(call: DecisionCall, given: string): Promise<Decision> {
    const reason = typedText(given);
    return this.transaction.change(call, 'decision:revert', async (opened) => {
      const { tx, row, viewer, at, save } = opened;
      refuseDecisionProblems({ reason });
      const state = unlessRefused(nextDecisionState(row.state, 'decision:revert'));
      const { tells: told } = await this.flows.flowOf(tx, viewer, subjectOf(row));
      const version = await save({ state, revert_reason: reason });
      await this.records.append(tx, { decisionId: row.id, recorded: { record: 'REVERTED', reason }, at });
      const window = { state: row.state, vetoEndsAt: row.veto_ends_at };
      if (isVetoOpen(window, viewer.now.getTime())) await this.replaced.reinstate(opened);
      const titles = DECISION_STATE_TITLES;
      const changes = [{ field: 'state', from: titles[row.state], to: titles[state] }];
      return { event: 'decision.reverted', version, changes, note: reason, told };
    });
  }
}
