import { refuseUnlessLegalForDecision } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import { changesOf, type DecisionCall, DecisionTransaction } from './decision-transaction.js';
import type { Decision } from './decisions.graphql.js';
import { refuseDecisionProblems, refusePastRevisit, unlessRefused } from './refuse-decision.js';

/** When to look at it again: the only field of an accepted decision that moves. */
@Injectable()
export class SetRevisit {
  constructor(@Inject(DecisionTransaction) private readonly transaction: DecisionTransaction) {}

  /** @param revisitOn YYYY-MM-DD; null: never @throws FORBIDDEN, DECISION_IN_OTHER_STATE, INVALID_INPUT */
  set(call: DecisionCall, revisitOn: string | null): Promise<Decision> {
    return this.transaction.change(call, 'decision:revisit', async ({ row, viewer, save }) => {
      refuseDecisionProblems({ revisitOn });
      unlessRefused(refuseUnlessLegalForDecision(row.state, 'decision:revisit'));
      refusePastRevisit({ from: row.revisit_on, to: revisitOn, today: viewer.today });
      const changes = changesOf({ field: 'revisitOn', from: row.revisit_on, to: revisitOn });
      if (changes.length === 0) return undefined;
      return { event: 'decision.revisit-set', version: await save({ revisit_on: revisitOn }), changes };
    });
  }
}
