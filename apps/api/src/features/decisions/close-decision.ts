import type { DecisionEvent } from '@chapterhouse/domain/decisions/decision-events';
import type { DecidingKind } from '@chapterhouse/domain/decisions/decision-record';
import { DECISION_STATE_TITLES, nextDecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import { typedText } from '../../platform/graphql/typed-text.js';
import { DecisionRecordsRepository } from './chain/decision-records.repository.js';
import { frozenOf } from './decision-row.js';
import { type DecisionCall, type DecisionStep, DecisionTransaction } from './decision-transaction.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';
import { refuseDecisionProblems, unlessRefused } from './refuse-decision.js';

/** The two ways in which a proposal ends without coming into force: who decides says no, or who proposed takes it back. */
@Injectable()
export class CloseDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
  ) {}

  /** @throws NOT_DELEGATED, DECISION_IN_OTHER_STATE, INVALID_INPUT */
  reject(call: DecisionCall, given: string): Promise<Decision> {
    const reason = typedText(given);
    return this.transaction.change(call, 'decision:reject', async (opened) => {
      refuseDecisionProblems({ reason });
      return this.step('decision:reject', 'REJECTED', 'decision.rejected', reason)(opened);
    });
  }

  /** Without a reason too: who takes something back owes nobody one. @throws FORBIDDEN, DECISION_IN_OTHER_STATE */
  withdraw(call: DecisionCall, given: string | null | undefined): Promise<Decision> {
    const reason = typedText(given ?? '');
    return this.transaction.change(call, 'decision:withdraw', async (opened) => {
      if (reason !== '') refuseDecisionProblems({ reason });
      return this.step('decision:withdraw', 'WITHDRAWN', 'decision.withdrawn', reason)(opened);
    });
  }

  private step(
    action: 'decision:reject' | 'decision:withdraw',
    record: DecidingKind,
    event: DecisionEvent,
    reason: string,
  ): DecisionStep {
    return async ({ tx, row, viewer, at, save }) => {
      const state = unlessRefused(nextDecisionState(row.state, action));
      const version = await save({ state, decided_by: viewer.personId, decided_at: at, close_reason: reason });
      const closed = await this.decisions.byId(tx, row.id);
      if (!closed) throw new Error('A decision was closed and is not there.');
      const answers = await this.records.answersOf(tx, [row.id]);
      const links = await this.records.linksOf(tx, [row.id]);
      const recorded = { record, ...frozenOf(closed, links.get(row.id) ?? [], answers.get(row.id)) };
      await this.records.append(tx, { decisionId: row.id, recorded, at });
      const titles = DECISION_STATE_TITLES;
      const changes = [{ field: 'state', from: titles[row.state], to: titles[state] }];
      return { event, version, changes, ...(reason !== '' && { note: reason }) };
    };
  }
}
