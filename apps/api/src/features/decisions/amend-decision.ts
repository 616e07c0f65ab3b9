import { refuseUnlessLegalForDecision } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable } from '@nestjs/common';
import { excerpt, typedText } from '../../platform/graphql/typed-text.js';
import { DecisionRecordsRepository } from './chain/decision-records.repository.js';
import { type DecisionCall, DecisionTransaction } from './decision-transaction.js';
import { subjectOf } from './decision-row.js';
import { DecisionWrites } from './decision-writes.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionFlows } from './delegation/decision-flows.js';
import { refuseDecisionProblems, unlessRefused } from './refuse-decision.js';

/** Words are added to what was accepted, never changed; everybody around it hears of them. */
@Injectable()
export class AmendDecision {
  constructor(
    @Inject(DecisionTransaction) private readonly transaction: DecisionTransaction,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
  ) {}

  /** @throws FORBIDDEN, DECISION_IN_OTHER_STATE, INVALID_INPUT */
  amend(call: DecisionCall, given: string): Promise<Decision> {
    const text = typedText(given);
    return this.transaction.change(call, 'decision:amend', async ({ tx, row, viewer, at }) => {
      refuseDecisionProblems({ text });
      unlessRefused(refuseUnlessLegalForDecision(row.state, 'decision:amend'));
      const by = viewer.personId;
      // The decision is held: nobody takes the same number.
      const added = await tx.one<{ number: number }>(
        `insert into decision_amendments (organization_id, decision_id, number, text, by, at)
         select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5 from decision_amendments
          where organization_id = $1 and decision_id = $2 returning number`,
        [tx.organizationId, row.id, text, by, at],
      );
      if (!added) throw new Error('An amendment was added and is not there.');
      const recorded = { record: 'AMENDED', number: added.number, text, by, at } as const;
      const { sides } = await this.flows.flowOf(tx, viewer, subjectOf(row));
      await this.writes.touch(tx, row.id, at);
      await this.records.append(tx, { decisionId: row.id, recorded, at });
      return { event: 'decision.amended', version: row.version, changes: [], note: excerpt(text) ?? '', told: sides };
    });
  }
}
