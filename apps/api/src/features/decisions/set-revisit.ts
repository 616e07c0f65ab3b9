import { refuseUnlessLegalForDecision } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import { changesOf, type DecisionCall, DecisionTransaction } from './decision-transaction.js';
import type { Decision } from './decisions.graphql.js';
import { refuseDecisionProblems, refusePastRevisit, unlessRefused } from './refuse-decision.js';

const LOOKED_AT = 'Looked at again: it still holds.';

/** When to look at it again: the only field of an accepted decision that moves. */
@Injectable()
export class SetRevisit {
  constructor(@Inject(DecisionTransaction) private readonly transaction: DecisionTransaction) {}

  /**
   * @param revisitOn YYYY-MM-DD; null: never
   * @param stillHolds it was looked at, and stands as it is: its activity says so
   * @throws FORBIDDEN, DECISION_IN_OTHER_STATE, INVALID_INPUT
   */
  set(call: DecisionCall, revisitOn: string | null, stillHolds = false): Promise<Decision> {
    return this.transaction.change(call, 'decision:revisit', async ({ row, viewer, save }) => {
      refuseDecisionProblems({ revisitOn });
      unlessRefused(refuseUnlessLegalForDecision(row.state, 'decision:revisit'));
      refusePastRevisit({ from: row.revisit_on, to: revisitOn, today: viewer.today });
      const changes = changesOf({ field: 'revisitOn', from: row.revisit_on, to: revisitOn });
      if (changes.length === 0) return undefined;
      const note = stillHolds && row.state === 'ACCEPTED' ? { note: LOOKED_AT } : {};
      return { event: 'decision.revisit-set', version: await save({ revisit_on: revisitOn }), changes, ...note };
    });
  }
}
